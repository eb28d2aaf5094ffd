// What is thrown where an argument is not taken. Licence: MIT OR Apache-2.0.
export class LodestoneError extends Error {
  constructor({ field, value, accepted, message }) {
    super(message);
    this.name = "LodestoneError";
    this.field = field;
    this.value = value;
    this.accepted = accepted;
  }
}
