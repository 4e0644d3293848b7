/* Text of this document that is cut off, ends outside the window or lies on other text, as wide as the window is now.
   `spaced`: with the text spacing of WCAG 1.4.12, taken away again afterwards. `outside`, `sized`: whether to tell what
   ends outside the window, and how large texts are. */
async ({ spaced, outside, sized, most, longest }) => {
  const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
    " p { margin-bottom: 2em !important }";
  const LEAVE = new Set(["script", "style", "noscript", "template", "title", "option", "select", "textarea", "iframe"]);
  // What WCAG 1.4.10 lets scroll both ways.
  const WIDE = "table, pre, code, svg, math, canvas, video, audio, object, embed, map, figure img, [role=table], [role=grid], " +
    "[role=treegrid], [role=toolbar], [role=application], [role=img], [role=math], [role=menubar], [role=tablist]";
  const ENOUGH = 4;
  const roots = [document];
  const texts = [];
  const walk = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === 1 && (LEAVE.has(node.localName) || node.namespaceURI !== "http://www.w3.org/1999/xhtml")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.nextNode(); node && texts.length < most; node = walker.nextNode()) {
      if (node.nodeType === 3) {
        if (node.data.trim()) texts.push(node);
      } else if (node.shadowRoot) {
        roots.push(node.shadowRoot);
        walk(node.shadowRoot);
      }
    }
  };
  if (document.documentElement) walk(document);
  const sheets = [];
  if (spaced) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SPACING);
    for (const root of roots) {
      root.adoptedStyleSheets.push(sheet);
      sheets.push(root);
    }
  } else {
    // Scripts that lay out anew when the window changes have had their turn after the next frame.
    await Promise.race([
      new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
      new Promise((done) => setTimeout(done, 100)),
    ]);
  }
  const known = new Map();
  const above = (node) => {
    if (node.assignedSlot) return node.assignedSlot;
    const parent = node.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  };
  const page = document.documentElement;
  const body = document.body;
  // What is said of overflow on the html element, or else on the body, is the window's.
  const pageStyle = getComputedStyle(page);
  const windows = pageStyle.overflowX !== "visible" || pageStyle.overflowY !== "visible" ? page : body;
  const look = (element) => {
    let seen = known.get(element);
    if (!seen) {
      const style = getComputedStyle(element);
      const applies = style.display !== "inline" && style.display !== "contents";
      const hides = (value) => applies && (value === "hidden" || value === "clip");
      const rolls = (value) => applies && (value === "auto" || value === "scroll");
      seen = {
        style,
        position: style.position,
        holds: style.transform !== "none" || style.filter !== "none" || style.perspective !== "none",
        moved: style.transform !== "none" || style.translate !== "none",
        hidesX: hides(style.overflowX), hidesY: hides(style.overflowY),
        rollsX: rolls(style.overflowX), rollsY: rolls(style.overflowY),
        masked: style.clip !== "auto" || style.clipPath !== "none",
        silent: element.getAttribute("aria-hidden") === "true",
        block: style.display !== "inline" && style.display !== "contents",
      };
      if (element === windows) {
        seen.window = true;
        seen.hidesY = seen.rollsX = seen.rollsY = false;
      } else if (element === page) {
        seen.hidesX = seen.hidesY = seen.rollsX = seen.rollsY = false;
      }
      known.set(element, seen);
    }
    return seen;
  };
  const boxes = new Map();
  const inner = (element) => {
    let box = boxes.get(element);
    if (!box) {
      if (look(element).window) {
        box = { left: -scrollX, right: innerWidth - scrollX, top: -Infinity, bottom: Infinity };
      } else {
        const rect = element.getBoundingClientRect();
        const style = look(element).style;
        box = {
          left: rect.left + parseFloat(style.borderLeftWidth), right: rect.right - parseFloat(style.borderRightWidth),
          top: rect.top + parseFloat(style.borderTopWidth), bottom: rect.bottom - parseFloat(style.borderBottomWidth),
        };
      }
      boxes.set(element, box);
    }
    return box;
  };
  const around = new Map();
  // What cuts or scrolls an element's text, and what else its ancestors say.
  const surroundings = (from) => {
    let found = around.get(from);
    if (found) return found;
    found = { cutters: [], masked: false, silent: false, floats: false, pinned: false, block: null };
    let free = "";
    for (let element = from; element; element = above(element)) {
      const seen = look(element);
      found.silent ||= seen.silent;
      if (!found.block && seen.block) found.block = element;
      if (free === "absolute" && seen.position === "static" && !seen.holds) continue;
      if (free === "fixed" && !seen.holds) continue;
      free = "";
      found.masked ||= seen.masked;
      if (seen.hidesX || seen.hidesY || seen.rollsX || seen.rollsY) found.cutters.push(element);
      if (seen.position === "absolute" || seen.position === "fixed") free = seen.position;
      found.pinned ||= seen.position === "fixed" || seen.position === "sticky";
      found.floats ||= free !== "" || seen.moved;
    }
    around.set(from, found);
    return found;
  };
  const lineHeight = (style) => parseFloat(style.lineHeight) || 1.2 * parseFloat(style.fontSize);
  // Whole lines or signs are left out on purpose, with dots or as a room for one line.
  const clean = (element, down) => {
    const style = look(element).style;
    if (style.webkitLineClamp !== "none") return true;
    if (!down) return style.whiteSpace.startsWith("nowrap") && style.textOverflow !== "clip";
    return lineHeight(style) >= element.getBoundingClientRect().height - 0.5;
  };
  // A control that may show the rest stands in it or after it, or names it.
  const opens = (element) => {
    const id = element.id;
    const near = [element, element.nextElementSibling, element.parentElement && element.parentElement.nextElementSibling];
    return Boolean(id && document.querySelector(`[aria-controls~="${CSS.escape(id)}"]`)) ||
      near.some((one) => one && (one.matches("button, summary, [role=button]") ||
        one.querySelector(":scope > button, :scope > summary, :scope > [role=button]")));
  };
  const path = window.__a11ycheckPath;
  const words = (node) => node.data.trim().replace(/\s+/g, " ").slice(0, longest);
  const cuts = new Map();
  const sticking = new Map();
  const lines = [];
  const sizes = {};
  const range = document.createRange();
  for (const node of texts) {
    const parent = above(node);
    if (!parent || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const place = surroundings(parent);
    if (place.masked) continue;
    range.selectNodeContents(node);
    const rects = [];
    for (const rect of range.getClientRects()) if (rect.width > 0 && rect.height > 0) rects.push(rect);
    if (!rects.length || rects.length > 500) continue;
    const size = parseFloat(look(parent).style.fontSize);
    if (sized && node.data.trim().length >= 20) sizes[path(parent)] = [size, words(node)];
    let shown = false;
    const lost = [];
    let furthest = 0;
    for (const rect of rects) {
      let { left, right, top, bottom } = rect;
      for (const cutter of place.cutters) {
        const box = inner(cutter);
        const seen = look(cutter);
        if (seen.hidesX && (right - box.right > size / 2 || box.left - left > size / 2)) {
          lost.push([cutter, true, false]);
        }
        const under = Math.max(bottom - box.bottom, box.top - top) / rect.height;
        if (seen.hidesY && under > 0.3) lost.push([cutter, false, under < 0.9]);
        if (seen.hidesX || seen.rollsX) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        if (seen.hidesY || seen.rollsY) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      const visible = right - left > 2 && bottom - top > 2;
      const onPage = right + scrollX > 0 && bottom + scrollY > 0;
      if (visible && onPage) {
        shown = true;
        furthest = Math.max(furthest, right + scrollX);
        if (!place.pinned) lines.push({ left, right, top, bottom, node, parent, block: place.block });
      }
    }
    if (!shown) continue;
    if (!place.silent) {
      for (const [cutter, across, partly] of lost) {
        const key = `${path(cutter)} ${across}`;
        if (cuts.has(key) || (!partly && clean(cutter, !across))) continue;
        cuts.set(key, {
          path: path(cutter), across, text: words(node), opens: opens(cutter),
          own: place.block === cutter || (look(cutter).window === true && !place.floats),
        });
      }
    }
    if (outside && furthest > innerWidth + ENOUGH && !place.floats && !parent.closest(WIDE)) {
      let out = parent;
      for (let element = parent; element && element !== body && element !== page; element = above(element)) {
        if (element.getBoundingClientRect().right + scrollX > innerWidth + ENOUGH) out = element;
      }
      const had = sticking.get(out);
      if (!had || had.pixels < furthest - innerWidth) {
        sticking.set(out, { path: path(out), pixels: Math.round(furthest - innerWidth), text: words(node) });
      }
    }
  }
  // Lines of different blocks that lie on each other, found from the top down.
  const overlaps = new Map();
  lines.sort((one, other) => one.top - other.top);
  let open = [];
  for (const line of lines) {
    open = open.filter((earlier) => earlier.bottom > line.top);
    for (const earlier of open) {
      if (earlier.block === line.block) continue;
      const across = Math.min(earlier.right, line.right) - Math.max(earlier.left, line.left);
      const down = Math.min(earlier.bottom, line.bottom) - line.top;
      if (across > ENOUGH && down > 0.35 * Math.min(earlier.bottom - earlier.top, line.bottom - line.top)) {
        const key = `${path(line.parent)} ${path(earlier.parent)}`;
        if (overlaps.size < 200) {
          overlaps.set(key, { path: path(line.parent), on: path(earlier.parent), text: words(line.node) });
        }
      }
    }
    if (open.length < 200) open.push(line);
  }
  for (const root of sheets) root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
  const scrolls = document.scrollingElement ? document.scrollingElement.scrollWidth > innerWidth + ENOUGH : false;
  return { cuts: [...cuts.values()], sticking: scrolls ? [...sticking.values()] : [], overlaps: [...overlaps.values()], sizes };
}
