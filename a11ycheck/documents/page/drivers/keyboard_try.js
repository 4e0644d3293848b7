/* What is tried out after the walk, without leaving the page: characters as shortcuts, the device being moved, fields
   that act on their own, what controls hide and open. */
(() => {
  const keys = window.__a11ycheckKeys;
  if (keys.shortcuts) return;
  const SOON = 40;

  const press = (key) => {
    const target = document.activeElement || document.body;
    const upper = key.toUpperCase();
    const number = key.length === 1 ? upper.charCodeAt(0) : 0;
    const code = /^[a-z]$/i.test(key) ? `Key${upper}` : /^[0-9]$/.test(key) ? `Digit${key}` : "";
    for (const type of ["keydown", "keypress", "keyup"]) {
      if (type === "keypress" && key.length > 1) continue;
      const character = type === "keypress" ? key.charCodeAt(0) : 0;
      const event = new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, composed: true });
      for (const [name, value] of [["keyCode", character || number], ["which", character || number], ["charCode", character]]) {
        Object.defineProperty(event, name, { value });
      }
      target.dispatchEvent(event);
    }
  };
  const CHANGES = ["text", "values", "focus", "scroll", "window", "navigated", "submitted", "sent", "dialog", "played", "hash"];
  const changes = () => keys.since().filter((kind) => CHANGES.includes(kind));
  const acts = (key) => {
    if (document.activeElement !== document.body) document.activeElement.blur();
    keys.begin();
    press(key);
    return changes().length > 0;
  };

  /* The first control whose use, once or twice over, makes ``still`` true. */
  const switched = (still) => {
    for (const control of keys.controls()) {
      if (control.localName === "select") continue;
      for (let time = 0; time < 2; time += 1) {
        control.click();
        if (still()) return keys.path(control);
      }
    }
    return "";
  };

  keys.shortcuts = () => {
    const characters = Array.from({ length: 94 }, (_, place) => String.fromCharCode(33 + place));
    if (["F20", "Unidentified", "CapsLock"].some(acts)) return [];
    /* Twice: what changes only once, or by itself, is no shortcut. A page that takes every character is typed into. */
    const found = characters.filter((key) => acts(key) && acts(key));
    if (!found.length || found.length > 40) return [];
    return found.slice(0, 5).map((key) => {
      const off = switched(() => !acts(key));
      return { key, switch: off, settings: off ? "" : keys.settings() };
    });
  };

  /* The device is turned and shaken: what changes, by element and which way. */
  const GESTURES = {
    deviceorientation: ["alpha", "beta", "gamma"].flatMap((axis) => [45, -45].map((turn) => () =>
      new DeviceOrientationEvent("deviceorientation", { alpha: 0, beta: 0, gamma: 0, [axis]: turn }))),
    devicemotion: ["x", "y", "z"].flatMap((axis, place) => [30, -30].map((push) => () =>
      new DeviceMotionEvent("devicemotion", {
        acceleration: { x: 0, y: 0, z: 0, [axis]: push },
        accelerationIncludingGravity: { x: 0, y: 0, z: 0, [axis]: push },
        rotationRate: { alpha: 0, beta: 0, gamma: 0, [["alpha", "beta", "gamma"][place]]: push * 10 },
        interval: 16,
      }))),
  };
  const fields = () => Array.from(document.querySelectorAll("input, select, textarea"));
  const facts = () => {
    const said = new Map();
    for (const field of fields()) said.set(field, `${field.value}|${field.checked}`);
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.childElementCount && element.textContent.trim()) said.set(element, element.textContent.trim());
      const style = element.getAttribute("style");
      if (style) said.set(`${keys.path(element)} style`, style);
      const name = element.getAttribute("class");
      if (name) said.set(`${keys.path(element)} class`, name);
    }
    return said;
  };
  /* A number in it that grew or shrank; else any other change is as good as another. */
  const NUMBER = /-?\d+(?:\.\d+)?/g;
  const way = (was, is) => {
    if (was.replace(NUMBER, "#") !== is.replace(NUMBER, "#")) return "other";
    const [from, to] = [was, is].map((value) => (value.match(NUMBER) || []).map(Number));
    const place = from.findIndex((number, at) => number !== to[at]);
    return to[place] > from[place] ? "more" : "less";
  };
  const difference = (act) => {
    const was = facts();
    act();
    const found = new Map();
    for (const [thing, value] of facts()) {
      if (was.get(thing) !== value) found.set(thing, way(was.get(thing) || "", value));
    }
    return found;
  };
  const covers = (whole, part) => Array.from(part).every(([thing, turn]) => whole.get(thing) === turn);

  keys.motion = (type) => {
    const moves = () => GESTURES[type].map((make) => difference(() => window.dispatchEvent(make())));
    const twice = [...moves(), ...moves()].filter((found) => found.size);
    if (!twice.length) return { event: type, changes: false, instead: false, switch: "", settings: "" };
    const nothing = () => [...moves(), ...moves()].every((found) => !found.size);
    const made = [];
    for (let round = 0; round < 2; round += 1) {
      for (const control of keys.controls()) {
        if (control.localName === "select" || control.type === "range" || control.type === "number") {
          for (const step of [1, -1]) made.push(difference(() => {
            if (control.localName === "select") control.selectedIndex = (control.selectedIndex + step + control.length) % control.length;
            else if (step > 0) control.stepUp(); else control.stepDown();
            control.dispatchEvent(new Event("input", { bubbles: true }));
            control.dispatchEvent(new Event("change", { bubbles: true }));
          }));
        } else made.push(difference(() => control.click()));
      }
    }
    const instead = twice.every((found) => made.some((other) => covers(other, found)));
    const off = switched(nothing);
    return { event: type, changes: true, instead, switch: off, settings: off && instead ? "" : keys.settings() };
  };

  /* Lists to choose from that act as soon as another choice is made. */
  keys.inputs = async () => {
    const found = [];
    const lists = Array.from(document.querySelectorAll("select")).filter((list) => !list.disabled && list.length > 1 && keys.rendered(list));
    for (const list of lists.slice(0, 6)) {
      const was = list.selectedIndex;
      keys.begin();
      list.selectedIndex = was === list.length - 1 ? Math.max(0, was - 1) : was + 1;
      list.dispatchEvent(new Event("input", { bubbles: true }));
      list.dispatchEvent(new Event("change", { bubbles: true }));
      await keys.pause(SOON);
      const effect = keys.since().find((kind) => ["navigated", "submitted", "window"].includes(kind));
      if (effect) found.push({ path: keys.path(list), effect });
      list.selectedIndex = was;
    }
    return found;
  };

  /* What a control did, or throws the focus away, when it got focus. */
  keys.focused = async (way) => {
    const element = window.__a11ycheckFind(way);
    if (!element) return "";
    if (document.activeElement) document.activeElement.blur();
    keys.begin();
    keys.last = null;
    element.focus();
    if (keys.last !== element) return "";
    await keys.pause(SOON);
    if (!keys.active()) return "blurred";
    return keys.since().find((kind) => ["navigated", "submitted", "window"].includes(kind)) || "";
  };

  /* Controls that hide each block wholly. */
  const gone = (block) => !block.isConnected || !block.checkVisibility({ visibilityProperty: true });
  keys.collapsed = (ways) => {
    const blocks = ways.map((way) => [way, window.__a11ycheckFind(way)]).filter(([, block]) => block);
    const hidden = new Set();
    for (const control of keys.controls()) {
      control.click();
      for (const [way, block] of blocks) if (gone(block)) hidden.add(way);
      if (hidden.size) control.click();
      if (hidden.size === blocks.length) break;
    }
    return Array.from(hidden);
  };

  const DIALOGS = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";
  let open = new Set();
  const dialogs = () => Array.from(keys.all()).filter((element) => element.matches(DIALOGS) && keys.lies(element));
  keys.ready = (way) => {
    const element = window.__a11ycheckFind(way);
    if (!element) return false;
    open = new Set(dialogs());
    element.focus();
    keys.begin();
    return keys.active() === element;
  };
  keys.happened = async () => { await keys.pause(SOON); return keys.since(); };
  keys.click = async (way) => {
    const element = window.__a11ycheckFind(way);
    keys.begin();
    if (element) element.click();
    await keys.pause(SOON);
    return keys.since();
  };
  const later = async (met) => { for (let turn = 0; turn < 12 && !met(); turn += 1) await keys.pause(SOON); return met(); };
  const inside = (dialog) => {
    for (let at = keys.active(); at; at = at.parentElement || (at.getRootNode() instanceof ShadowRoot ? at.getRootNode().host : null)) if (at === dialog) return true;
    return false;
  };
  keys.openedDialog = async () => {
    await keys.pause(SOON);
    const dialog = dialogs().find((one) => !open.has(one));
    if (!dialog) return null;
    keys.dialog = dialog;
    const modal = dialog.getAttribute("aria-modal") === "true" || dialog.matches(":modal");
    return { dialog: keys.path(dialog), modal, focusInside: await later(() => inside(dialog)) };
  };
  keys.closedDialog = async () => {
    const escape = await later(() => !keys.dialog.isConnected || !keys.rendered(keys.dialog));
    if (!escape) return { escape, returned: null };
    return { escape, returned: await later(() => keys.active() !== null && !inside(keys.dialog)) };
  };

  /* Where a link led: what the address names now, or what has focus, or else what the link names. */
  keys.landed = ([way, named]) => {
    const identity = decodeURIComponent(location.hash.slice(1));
    const target = keys.since().includes("hash") && identity ? document.getElementById(identity) : null;
    const at = keys.path(target || keys.active());
    return at && at !== way ? at : named;
  };

  /* Keys that texts on the page name: "Ctrl + M", "Esc". */
  keys.advised = () => {
    const text = document.body.innerText;
    const found = text.match(/\b(?:(?:Ctrl|Control|Alt|Shift|Skift)\s?[+-]\s?){1,3}(?:[A-Z0-9]|F\d{1,2}|Esc(?:ape)?|Tab|Home|End)\b|\bF\d{1,2}\b/gi) || [];
    return Array.from(new Set(found)).slice(0, 4);
  };
})();
