/* The walk itself: each time Tab is pressed, what has focus is looked at before focus moves on, when scripts and
   scrolling have settled. */
(() => {
  const keys = window.__a11ycheckKeys;
  if (keys.stops) return;
  keys.stops = [];
  keys.visits = [];
  keys.out = 0;
  keys.moved = [];
  keys.lost = [];
  const FOCUSABLE = "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]";
  const now = () => performance.timeOrigin + performance.now();

  const all = function* (root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* all(element.shadowRoot);
    }
  };
  keys.all = () => all(document);
  const reachable = Array.from(all(document)).filter((element) => element.matches(FOCUSABLE) && element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
  /* Keys that it may take to get through: some of the browser's controls have several stops in one. */
  keys.count = reachable.reduce((sum, element) => {
    if (/^(audio|video)$/.test(element.localName)) return sum + 8;
    return sum + (/^(date|time|datetime-local|month|week)$/.test(element.type) ? 5 : 1);
  }, 0);

  const still = document.createElement("style");
  still.textContent = "*, *::before, *::after { transition: none !important; scroll-behavior: auto !important }";
  (document.head || document.documentElement).append(still);

  /* How things look. */
  const seen = (colour) => colour !== "transparent" && !/(,|\/) *0\)$/.test(colour);
  const LOOKS = ["boxShadow", "backgroundColor", "backgroundImage", "backgroundPosition", "color", "opacity", "transform", "filter",
    "fontWeight", "fontStyle", "textDecorationLine", "textDecorationColor", "textDecorationStyle", "textDecorationThickness",
    "visibility", "display", "clipPath", "clip", "fill", "stroke", "strokeWidth", "content", "width", "height", "left", "top", "marginLeft", "letterSpacing", "fontSize"];
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  const outline = (style) => (style.outlineStyle === "none" || style.outlineWidth === "0px" || !seen(style.outlineColor)
    ? "" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.outlineOffset}`);
  const look = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    const borders = SIDES.map((side) => (style[`border${side}Style`] === "none" ? "" : style[`border${side}Width`] + style[`border${side}Color`]));
    return [outline(style), ...borders, ...LOOKS.map((name) => style[name])].join(";");
  };
  const base = new WeakMap(reachable.map((element) => [element, look(element)]));
  reachable.forEach(keys.path);

  /* What stands around an element and may show its focus. */
  const around = (element) => {
    const nodes = new Set([element, ...Array.from(element.querySelectorAll("*")).slice(0, 12), ...(element.labels || [])]);
    let inner = element;
    for (let level = 0; level < 4 && inner.parentElement && inner.parentElement !== document.body; level += 1) {
      const parent = inner.parentElement;
      const place = Array.prototype.indexOf.call(parent.children, inner);
      for (const other of Array.prototype.slice.call(parent.children, Math.max(0, place - 3), place + 4)) nodes.add(other);
      nodes.add(parent);
      inner = parent;
    }
    for (const other of inner.parentElement ? inner.parentElement.children : []) if (nodes.size < 60) nodes.add(other);
    return Array.from(nodes, (node) => [node, look(node), look(node, "::before"), look(node, "::after")]);
  };

  const inWindow = (element) => {
    const box = element.getBoundingClientRect();
    return { left: Math.max(0, box.left), top: Math.max(0, box.top), right: Math.min(innerWidth, box.right), bottom: Math.min(innerHeight, box.bottom) };
  };
  const small = (box) => box.right - box.left <= 2 || box.bottom - box.top <= 2;
  const editable = (element) => element.isContentEditable || element.localName === "textarea"
    || (element.localName === "input" && /^(text|search|email|tel|url|password|number)$/.test(element.type));

  const under = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit && hit.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const up = (element) => element.assignedSlot || element.parentElement || (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);
  const holds = (outer, inner) => { for (let at = inner; at; at = up(at)) if (at === outer) return true; return false; };
  const opaque = (hit, top) => {
    for (let at = hit; at; at = up(at)) {
      const style = getComputedStyle(at);
      if (/^(img|video|canvas|iframe|svg)$/.test(at.localName) || style.backgroundImage !== "none") return style.opacity === "1";
      if (/^rgb\(/.test(style.backgroundColor)) return style.opacity === "1";
      if (at === top) return false;
    }
    return false;
  };
  /* The thing fixed to the window that covers a point of the element, if any. */
  const cover = (element, x, y) => {
    const hit = under(x, y);
    if (!hit || holds(element, hit) || holds(hit, element)) return null;
    for (let at = hit; at; at = up(at)) {
      if (holds(at, element)) return null;
      if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return opaque(hit, at) ? at : null;
    }
    return null;
  };
  const covered = (element) => {
    const box = inWindow(element);
    if (!keys.top || small(box)) return [0, null];
    const inset = 1.5;
    let over = 0, by = null;
    for (const across of [0, 0.5, 1]) for (const down of [0, 0.5, 1]) {
      const found = cover(element, box.left + inset + across * (box.right - box.left - 2 * inset), box.top + inset + down * (box.bottom - box.top - 2 * inset));
      if (found) { over += 1; by = found; }
    }
    return [over / 9, by];
  };
  const modals = () => Array.from(document.querySelectorAll("[aria-modal=true]")).filter(keys.lies);

  const first = (element) => {
    const box = inWindow(element);
    if (small(box)) return [null, "out of sight"];
    if (getComputedStyle(element).opacity === "0") return [null, "transparent"];
    const own = outline(getComputedStyle(element));
    if (!base.has(element)) return own ? [true, "outline"] : [null, "new"];
    if (look(element) !== base.get(element)) return [true, "style"];
    if (editable(element) && seen(getComputedStyle(element).caretColor)) return [true, "caret"];
    return [null, "same"];
  };
  /* Is focus shown by nothing but colours, none of which styles tell to stand out? What the browser draws is its own. */
  const { parse, over, ratio, surface } = window.__a11ycheckColours;
  const COLOURS_END = 1 + SIDES.length + LOOKS.indexOf("backgroundColor");
  const isFaint = (element) => {
    const style = getComputedStyle(element);
    const [was, is] = [(base.get(element) || "").split(";"), look(element).split(";")];
    if (was.length !== is.length || editable(element)) return false;
    const changed = is.flatMap((part, at) => (part === was[at] ? [] : [at]));
    if (!changed.length || changed.some((at) => at > COLOURS_END) || (changed.includes(0) && style.outlineStyle === "auto")) return false;
    const given = changed.flatMap((at) => (at === 0 ? [style.outlineColor]
      : at <= SIDES.length ? [style[`border${SIDES[at - 1]}Color`]]
        : at === COLOURS_END ? [style.backgroundColor] : style.boxShadow.match(/rgba?\([^()]{5,60}\)/g) || []));
    const grounds = [surface(element), up(element) && surface(up(element))].filter(Boolean).map((ground) => ground.colour);
    return !given.map(parse).some((colour) => colour && grounds.some((ground) => ratio(over(colour, ground), ground) >= 3));
  };
  const group = (element) => [element, element.parentElement].map((one) => one && `${one.localName}.${one.getAttribute("class") || ""}.${one.type || ""}`).join("<");

  const measured = new Map();
  let pending = null;
  const settle = () => {
    const element = active();
    if (pending && pending.element !== element) {
      const { stop, looks } = pending;
      pending = null;
      for (const [node, own, before, after] of looks) {
        if (element && holds(node, element)) continue;
        if (!node.isConnected || look(node) !== own || look(node, "::before") !== before || look(node, "::after") !== after) {
          stop.shown = true;
          stop.how = "nearby";
          break;
        }
      }
    }
    if (!element || measured.has(element) || /^(iframe|frame|object|embed)$/.test(element.localName)) return;
    const [shown, how] = first(element);
    const [hidden, by] = covered(element);
    const modal = keys.top ? modals().find((dialog) => !holds(dialog, element)) : null;
    const stop = { path: keys.path(element), time: now(), shown, how, hidden, hiddenBy: keys.path(by), behind: keys.path(modal), group: group(element), faint: Boolean(shown) && how !== "caret" && isFaint(element), ratio: null };
    measured.set(element, stop);
    keys.stops.push(stop);
    if (!shown) pending = { element, stop, looks: around(element) };
  };
  const active = keys.active;
  keys.settle = settle;

  /* Where focus goes, and who moves it. */
  let pressed = false, atNothing = false;
  keys.outNow = false;
  window.addEventListener("keydown", (event) => {
    if (event.key === "Tab") settle();
    pressed = true;
    atNothing = !active();
  }, true);
  window.addEventListener("focus", (event) => {
    if (event.target === window || event.target === document) return;
    keys.outNow = false;
    const element = event.composedPath()[0];
    if (!pressed) keys.moved.push(keys.path(element));
    pressed = false;
    atNothing = false;
    keys.visits.push([now(), keys.path(element)]);
    keys.last = element;
  }, true);
  window.addEventListener("blur", (event) => {
    const element = event.composedPath()[0];
    if (!pressed && element === keys.last && !event.relatedTarget) keys.lost.push(keys.path(element));
  }, true);
  const left = () => { if (!keys.top) return; keys.out += 1; keys.outNow = true; keys.visits.push([now(), ""]); };
  window.addEventListener("blur", (event) => {
    if (event.target === window && !active()) left();
  });
  window.addEventListener("focus", (event) => {
    if (event.target !== window) return;
    /* From a frame: the key was pressed there. */
    pressed = true;
    if (atNothing && keys.visits.length) left();
  });

  /* Children of one container that stand on the screen the other way round than focus takes them. */
  keys.jumps = () => {
    const elements = Array.from(measured.keys()).filter((element) => element.isConnected && keys.rendered(element));
    const found = [];
    const told = new Set();
    for (let place = 1; place < elements.length && found.length < 3; place += 1) {
      const [one, two] = [elements[place - 1], elements[place]];
      let box = up(one);
      while (box && !holds(box, two)) box = up(box);
      if (!box || told.has(box) || !/flex|grid/.test(getComputedStyle(box).display)) continue;
      const children = Array.from(box.children);
      const [a, b] = [one, two].map((element) => children.find((child) => holds(child, element)));
      if (!a || !b || a === b) continue;
      const turned = /reverse/.test(getComputedStyle(box).flexDirection) || children.some((child) => getComputedStyle(child).order !== "0");
      const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
      const sameRow = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > Math.min(p.height, q.height) / 2;
      const backwards = getComputedStyle(box).direction === "rtl" ? q.left >= p.right - 1 : q.right <= p.left + 1;
      if (turned && (sameRow ? backwards : q.bottom <= p.top + 1)) {
        told.add(box);
        found.push({ path: keys.path(box), first: keys.path(one), second: keys.path(two) });
      }
    }
    return found;
  };
  keys.restore = () => still.remove();
  keys.finish = () => {
    settle();
    return { stops: keys.stops, visits: keys.visits, out: keys.out, moved: keys.moved, lost: keys.lost, jumps: keys.top ? keys.jumps() : [], effects: keys.effects };
  };
})();
