/** An argument that is not taken. `message` is one sentence, in the language that was asked for. */
export declare class LodestoneError extends Error {
  readonly name: "LodestoneError";
  /** The argument or input. */
  readonly field: string;
  /** What was given, short. */
  readonly value: string;
  /** What would be accepted. */
  readonly accepted: string;
}

/** Languages of sentences and names. */
export type Language = "en" | "ko" | "zh";

/** Where ranges come from: limits, or draws. */
export type Ranges = "limits" | Draws;

/** Where the program is taken from, where it does not stand beside the script. */
export type Source = BufferSource | WebAssembly.Module | Response | URL | string;

/** Starts the program; once is enough. Everything but `mount` wants it. */
export declare function init(source?: Source): Promise<void>;

/** Every input, answer and scenario with unit, limits, default, range, sources and names. `schema.json` holds the same. */
export declare function schema(): Schema;

/** Every input, answer and scenario, described. */
export interface Schema {
  name: "lodestone";
  version: string;
  data_version: string;
  inputs: { key: InputKey; unit: string; min: number; max: number; default: number | null; range: [number, number] | null; label: Names; [more: string]: unknown }[];
  choices: { key: string; default: string; values: { key: string; label: Names | null }[]; label: Names | null; [more: string]: unknown }[];
  outputs: { key: OutputKey; unit: string; label: Names }[];
  scenarios: { key: ScenarioKey; date: string; set: string; shocks: string; source: string; label: Names }[];
  [more: string]: unknown;
}

/** A name in every language. */
export interface Names {
  en: string;
  ko: string;
  "zh-Hans": string;
}

/** The versions of arguments and answers, model and data. */
export declare function version(): Version;

/** Calculators that can be shown. */
export type CalculatorKey = "motor" | "turbine" | "products" | "demand" | "shocks" | "balance";

/** What a calculator shows. */
export interface MountSettings {
  /** Which one; the motor without it. */
  calculator?: CalculatorKey;
  lang?: Language;
  /** Colours; the reader's system without it. */
  theme?: "light" | "dark" | "auto";
  inputs?: { [key: string]: number | string };
  /** One chart by its key, or everything; without it the part that answers. */
  show?: string;
  /** Folder of the files of this package, where they do not stand beside the script. */
  files?: URL | string;
}

/** What a calculator holds: inputs that differ from their defaults, answers with their ranges. */
export interface CalculatorState {
  inputs: { [key: string]: string };
  outputs: { [key: string]: { low: number; central: number; high: number } };
  release: string;
}

/** What is heard of a calculator. */
export interface CalculatorEvents {
  /** Its first answer is there. */
  ready: CalculatorState;
  /** Somebody has changed something, and the answer is there. */
  change: CalculatorState;
  /** Its height in CSS pixels; the frame has it already. */
  resize: { height: number };
  /** Something was refused or went wrong. */
  error: { reason: string };
}

/** A calculator on the page. */
export interface Calculator {
  /** Sets inputs. */
  update(inputs: { [key: string]: number | string }): void;
  /** What it holds now. */
  get(): Promise<CalculatorState>;
  /** Hears an event; gives back what ends it. */
  on<E extends keyof CalculatorEvents>(event: E, heard: (said: CalculatorEvents[E]) => void): () => void;
  /** Takes it off the page. */
  destroy(): void;
}

/** Shows a calculator in a frame that can reach neither the page nor a network. */
export declare function mount(element: Element, settings?: MountSettings): Calculator;
