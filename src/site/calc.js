/* Lodestone calculators as an element: <lodestone-calc calculator="motor" lang="en" price-nd-oxide="90"></lodestone-calc>.
   It makes a frame and passes on: attributes to the frame, events of the frame to the page. It computes nothing. */
(function () {
  "use strict";
  var script = document.currentScript;
  if (!script || !window.customElements || customElements.get("lodestone-calc")) return;
  var base = new URL(".", script.src), type = "lodestone.v1";
  var calculators = ["motor", "turbine", "products", "demand", "shocks", "balance"];
  var folders = ["en", "ko", "zh"], names = { en: "Lodestone calculator", ko: "Lodestone 계산기", zh: "Lodestone计算器" };
  // Attributes that are the element's own; every other one is a key of the address.
  var own = ["calculator", "height", "lang", "title", "id", "class", "style", "slot", "part", "is", "hidden", "dir", "tabindex", "role",
    "width", "accesskey", "autofocus", "contenteditable", "draggable", "enterkeyhint", "exportparts", "inert", "inputmode", "itemid",
    "itemprop", "itemref", "itemscope", "itemtype", "nonce", "popover", "spellcheck", "translate"];
  // What an address alone can say: the frame is loaded again.
  var looked = ["calculator", "lang", "show", "scenario", "seed", "draws", "year", "motor-axis", "turbine-axis", "weigh", "v", "is"];
  var brands = ["paper", "ink", "accent"], count = 0;

  function keys(element) {
    return element.getAttributeNames().filter(function (name) {
      return own.indexOf(name) < 0 && !/^(data-|aria-|on)/.test(name);
    });
  }

  class LodestoneCalc extends HTMLElement {
    constructor() {
      super();
      this.inputs = {};
      this.outputs = {};
      this.hear = this.hear.bind(this);
      this.waiting = [];
      this.early = [];
    }

    connectedCallback() {
      if (!this.shadowRoot) {
        var style = document.createElement("style");
        style.textContent = ":host{display:block!important;max-width:100%}:host([hidden]){display:none!important}iframe{display:block;width:100%;border:0}";
        this.frame = document.createElement("iframe");
        this.frame.loading = "lazy";
        this.attachShadow({ mode: "open" }).append(style, this.frame);
        this.watch = new MutationObserver(this.changed.bind(this));
      }
      addEventListener("message", this.hear);
      this.watch.observe(this, { attributes: true });
      this.load();
    }

    disconnectedCallback() {
      removeEventListener("message", this.hear);
      this.watch.disconnect();
    }

    load() {
      var lang = (this.getAttribute("lang") || document.documentElement.lang || "en").split(/[-_]/)[0].toLowerCase();
      var folder = folders.indexOf(lang) < 0 ? "en" : lang, calculator = this.getAttribute("calculator") || "motor";
      if (calculators.indexOf(calculator) < 0) {
        this.fire("error", { reason: "calculator: " + calculator + " is not possible. Accepted: " + calculators.join(", ") + "." });
        calculator = "motor";
      }
      var query = new URLSearchParams();
      keys(this).forEach(function (name) { query.set(name, this.getAttribute(name)); }, this);
      query.set("id", this.name = "lodestone-" + (count += 1));
      query.set("host", location.origin);
      this.ready = false;
      // What was asked of the frame before is in its new address, or asked again.
      this.early = this.waiting.length ? [{ get: true }] : [];
      this.frame.title = this.getAttribute("title") || names[folder];
      this.frame.style.height = (this.getAttribute("height") || "640").replace(/[^0-9.]/g, "") + "px";
      this.frame.src = new URL(folder + "/" + calculator + "/widget.html?" + query, base).href;
    }

    changed(records) {
      var names = records.map(function (record) { return record.attributeName; }), self = this, set = {}, brand = {};
      if (names.some(function (name) { return looked.indexOf(name) >= 0; })) return this.load();
      names.forEach(function (name) {
        var value = self.getAttribute(name);
        if (name === "theme") self.post({ theme: value || "auto" });
        else if (brands.indexOf(name) >= 0) brand[name] = value || "";
        else if (own.indexOf(name) < 0 && !/^(data-|aria-|on)/.test(name)) set[name] = value || "";
      });
      if (Object.keys(brand).length) this.post({ brand: brand });
      if (Object.keys(set).length) this.set(set);
    }

    /* A frame that has not said anything yet does not hear: what it is told waits. */
    post(message) {
      if (!this.ready) this.early.push(message);
      else this.frame.contentWindow.postMessage(Object.assign({ type: type }, message), base.origin);
    }

    /* Sets inputs: keys of schema.json with numbers or texts. */
    set(inputs) {
      this.post({ set: inputs });
    }

    /* The inputs that are set and the answers with their ranges. */
    get() {
      var self = this;
      return new Promise(function (done) {
        self.waiting.push(done);
        self.post({ get: true });
      });
    }

    fire(name, detail) {
      this.dispatchEvent(new CustomEvent("lodestone-" + name, { detail: detail, bubbles: true }));
    }

    hear(event) {
      var said = event.data;
      if (event.source !== this.frame.contentWindow || !said || said.type !== type || !said.event || said.id !== this.name) return;
      if (!this.ready) {
        this.ready = true;
        this.early.splice(0).forEach(this.post, this);
      }
      if (said.event === "resize") this.frame.style.height = Math.min(Math.max(Number(said.height) || 0, 80), 20000) + "px";
      if (said.inputs) this.inputs = said.inputs;
      if (said.outputs) this.outputs = said.outputs;
      if (said.event === "state") this.waiting.splice(0).forEach(function (done) { done({ inputs: said.inputs, outputs: said.outputs, release: said.release }); });
      else this.fire(said.event, said);
    }
  }
  customElements.define("lodestone-calc", LodestoneCalc);
})();
