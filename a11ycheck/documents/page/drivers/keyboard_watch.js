/* Put into each frame before keys are pressed, after hold_back.js: notes what happens. Everything it offers is in
   window.__a11ycheckKeys. */
(() => {
  if (window.__a11ycheckKeys) return;
  const path = window.__a11ycheckPath;
  const keys = { effects: [], top: window === window.top };
  Object.defineProperty(window, "__a11ycheckKeys", { value: keys });

  const active = (keys.active = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    return element && element !== document.body && element !== document.documentElement ? element : null;
  });
  const paths = new WeakMap();
  keys.path = (element) => {
    if (!element) return "";
    if (!paths.has(element)) paths.set(element, path(element));
    return paths.get(element);
  };

  window.__a11ycheckHeld.note = (kind) => keys.effects.push([kind, keys.path(active())]);

  /* What changes: text that is seen, values, focus, and the elements whose markup was touched. */
  const touched = new Set();
  const take = (records) => {
    for (const record of records) {
      const element = record.target.nodeType === 1 ? record.target : record.target.parentElement;
      if (element) touched.add(element);
    }
  };
  const watch = new MutationObserver(take);
  const values = () =>
    Array.from(document.querySelectorAll("input, select, textarea"), (field) => `${field.value}|${field.checked}`).join("\n");
  const shown = () => Array.from(document.querySelectorAll("*")).filter((element) => element.getClientRects().length).length;
  keys.state = () => ({ text: `${document.body ? document.body.innerText : ""}|${shown()}`, values: values(), at: active(), y: scrollY });
  keys.begin = () => {
    take(watch.takeRecords());
    watch.disconnect();
    /* What is seen takes long to work out, and stays as it was where nothing has been touched. */
    const known = keys.before && !touched.size && !keys.effects.length;
    keys.before = known ? { ...keys.before, values: values(), at: active(), y: scrollY } : keys.state();
    touched.clear();
    keys.effects.length = 0;
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  /* Which kinds of effect there have been since begin(): "markup", "text" (what is seen), "values", "focus", "scroll" and those noted. */
  keys.since = () => {
    take(watch.takeRecords());
    const kinds = new Set(keys.effects.map(([kind]) => kind));
    if (touched.size) kinds.add("markup");
    const now = touched.size || kinds.size ? keys.state() : { ...keys.before, values: values(), at: active(), y: scrollY };
    if (now.text !== keys.before.text) kinds.add("text");
    if (now.values !== keys.before.values) kinds.add("values");
    if (now.at !== keys.before.at) kinds.add("focus");
    if (now.y !== keys.before.y) kinds.add("scroll");
    return Array.from(kinds);
  };

  keys.rendered = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  /* It can be seen, and lies on top of the page. */
  keys.lies = (element) => {
    if (!keys.rendered(element)) return false;
    const box = element.getBoundingClientRect();
    const across = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
    const down = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    if (box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight) return false;
    const hit = element.getRootNode().elementFromPoint(across, down);
    return Boolean(hit) && element.contains(hit);
  };
  keys.named = (element) =>
    (element.getAttribute("aria-label") || element.textContent || (element.labels && element.labels[0] && element.labels[0].textContent) || element.value || element.title || "").trim();
  const WAY_TO_SETTINGS =
    /kortkommand|snabbtangent|genväg|tangentbord|inställning|tillgänglighet|shortcut|keyboard|hotkey|setting|preference|accessib|motion|rörelse|tastatur|tastenk|einstellung|raccourci|clavier|param[eè]tre|atajo|teclado|ajuste|configuraci|pikanäpp|näppäim|asetu|hurtigtast|genvej|innstilling|indstilling/i;
  const CONTROLS = "input, button, select, summary, a[href^='#'], [role=button], [role=switch], [role=checkbox], [role=radio]";
  /* Controls in sight that change the page as it stands: not those that send a form or lead away. */
  keys.controls = () =>
    Array.from(document.querySelectorAll(CONTROLS)).filter(
      (control) => !control.disabled && keys.rendered(control) && keys.named(control)
        && !/^(submit|reset|image|file|hidden|text|search|email|tel|url|password|date|time|month|week|color)$/.test(control.localName === "input" ? control.type : "")
        && !(control.localName === "button" && control.form && control.type === "submit")
    ).slice(0, 20);
  keys.settings = () => {
    const found = Array.from(document.querySelectorAll("a[href], button, summary, [role=button], [role=link]")).find(
      (control) => keys.rendered(control) && WAY_TO_SETTINGS.test(keys.named(control))
    );
    return found ? keys.path(found) : "";
  };
  keys.pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
})();
