/* How text and fields of this document stand out while they are pointed at, have focus, or are empty. What is measured
   is what computed styles tell for certain; whatever a picture, a gradient or a layer lies behind is left out. */
({ most, mostRules, longest }) => {
  const path = window.__a11ycheckPath;
  const INTERACTIVE = "a[href], button, summary, [role=button], [role=link], [role=tab], [role=menuitem], " +
    "input[type=submit], input[type=button], input[type=reset]";
  const FIELDS = "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url], input[type=search], " +
    "input[type=password], input[type=number], textarea";
  const roots = [document];
  for (let at = 0; at < roots.length && roots.length < 200; at++) {
    for (const element of roots[at].querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const { above, parse, over, ratio, hex, paints, surface, uncovered, transparent, needed, disabled, visible } = window.__a11ycheckColours;
  const measured = (element, style) => {
    if (style.textShadow !== "none") return null;
    const colour = parse(style.webkitTextFillColor || style.color);
    const behind = surface(element);
    if (!colour || !behind) return null;
    const shown = over(colour, behind.colour);
    return { ratio: ratio(shown, behind.colour), foreground: hex(shown), background: hex(behind.colour), by: behind.by, needed: needed(style) };
  };
  const scrolled = [scrollX, scrollY];
  const contrasts = [];
  const tell = (element, state, seen, text) => contrasts.push({
    path: path(element), state, ratio: seen.ratio, needed: seen.needed, foreground: seen.foreground, background: seen.background,
    text: text.trim().replace(/\s+/g, " ").slice(0, longest),
  });
  const faint = [];
  for (const field of all(FIELDS).slice(0, most)) {
    if (!visible(field) || disabled(field) || field.readOnly) continue;
    const hint = field.placeholder.trim();
    if (hint && !field.value) {
      const style = getComputedStyle(field, "::placeholder");
      const colour = parse(style.color);
      const behind = surface(field);
      if (colour && behind && uncovered(field, behind.by)) {
        const shown = over([...colour.slice(0, 3), colour[3] * Number(style.opacity || 1)], behind.colour);
        const found = { ratio: ratio(shown, behind.colour), foreground: hex(shown), background: hex(behind.colour), needed: needed(style) };
        if (found.ratio < found.needed) tell(field, "placeholder", found, hint);
      }
    } else if (!field.value) {
      const found = edge(field);
      if (found !== null && found < 3) faint.push({ path: path(field), ratio: found });
    }
  }
  // Boxes to tick that the browser does not draw itself.
  for (const box of all("input[type=checkbox], input[type=radio]").slice(0, most)) {
    if (box.checked || getComputedStyle(box).appearance !== "none" || !visible(box) || disabled(box)) continue;
    const found = edge(box);
    if (found !== null && found < 3) faint.push({ path: path(box), ratio: found });
  }
  function edge(field) {
    const style = getComputedStyle(field);
    const parent = above(field);
    if (!parent || style.boxShadow !== "none" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)) return null;
    const inside = surface(field);
    const outside = surface(parent);
    if (!inside || !outside || !uncovered(field, inside.by)) return null;
    let best = ratio(inside.colour, outside.colour);
    for (const side of ["Top", "Right", "Bottom", "Left"]) {
      if (parseFloat(style[`border${side}Width`]) === 0 || style[`border${side}Style`] === "none") continue;
      const colour = parse(style[`border${side}Color`]);
      if (!colour || style.borderImageSource !== "none") return null;
      const line = over(colour, inside.colour);
      best = Math.max(best, ratio(line, outside.colour), ratio(line, inside.colour));
    }
    // A box around it may be what shows the field.
    const height = field.getBoundingClientRect().height;
    for (let around = parent, steps = 0; around && steps < 3; around = above(around), steps++) {
      const its = getComputedStyle(around);
      const close = around.getBoundingClientRect().height < 2.5 * height;
      const drawn = its.boxShadow !== "none" || ["Top", "Right", "Bottom", "Left"].some((side) =>
        parseFloat(its[`border${side}Width`]) > 0 && its[`border${side}Style`] !== "none");
      if (close && (drawn || !transparent(around) || paints(around, "::before") || paints(around, "::after"))) return null;
    }
    return best;
  }
  // Texts in what can be pointed at or have focus, with their contrast as it is, where that is enough.
  const texts = [];
  for (const control of all(INTERACTIVE)) {
    if (texts.length >= most || disabled(control) || !visible(control)) continue;
    const parts = [control, ...control.querySelectorAll("*")].slice(0, 20);
    for (const part of parts) {
      if (!(part instanceof HTMLElement) || !visible(part)) continue;
      const said = part.localName === "input" ? part.value
        : [...part.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("");
      if (said.trim()) texts.push({ control, part, said });
    }
  }
  const grouping = (sheetOrRule) => {
    try {
      return sheetOrRule.cssRules || null;
    } catch {
      return null;
    }
  };
  const sheets = roots.flatMap((root) => [...root.styleSheets, ...root.adoptedStyleSheets]);
  const STATES = { hover: /:hover(?![-\w])/g, focus: /:focus(?:-visible|-within)?(?![-\w])/g };
  const answering = { hover: [], focus: [] };
  let looked = 0;
  const waiting = [...sheets];
  while (waiting.length && looked < mostRules) {
    const owner = waiting.pop();
    const rules = grouping(owner);
    for (const rule of rules || []) {
      looked++;
      if (rule.styleSheet) waiting.push(rule.styleSheet);
      if (rule.cssRules && rule.cssRules.length) waiting.push(rule);
      if (!rule.selectorText || !rule.style || !rule.style.length) continue;
      for (const state of ["hover", "focus"]) {
        if (rule.selectorText.search(STATES[state]) >= 0) answering[state].push([owner, rule]);
      }
    }
  }
  // Links and buttons that are not there until something is pointed at, by what hides them.
  const there = (element) => element.checkVisibility({ visibilityProperty: true });
  const folded = new Map();
  if (answering.hover.length) {
    for (const link of all("a[href], button").slice(0, 2 * most)) {
      if (there(link)) continue;
      let hider = link;
      for (let around = above(link); around && !there(around); around = above(around)) hider = around;
      // Something that is made to be pressed may show it as well.
      const beside = above(hider);
      const opener = beside && beside.querySelector(":scope > button, :scope > summary, :scope > [aria-expanded], :scope > [aria-haspopup]");
      if (beside && beside !== document.body && !opener && folded.size < 50 && !hider.closest("dialog, details, [popover], [inert]")) {
        folded.set(hider, link);
      }
    }
  }
  const told = new Set();
  if ((texts.length || folded.size) && (answering.hover.length || answering.focus.length)) {
    const still = new CSSStyleSheet();
    still.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }");
    for (const root of roots) root.adoptedStyleSheets.push(still);
    for (const one of texts) one.was = measured(one.part, getComputedStyle(one.part));
    for (const state of ["hover", "focus"]) {
      // Each rule for the state is repeated right after itself for all elements, as strong as it was.
      const added = [];
      for (const [owner, rule] of answering[state]) {
        const at = [...owner.cssRules].indexOf(rule) + 1;
        const selector = rule.selectorText.replace(STATES[state], ":is(.a11ycheck-none, *)");
        try {
          owner.insertRule(`${selector} { ${rule.style.cssText} }`, at);
          added.push([owner, owner.cssRules[at]]);
        } catch {
          continue;
        }
      }
      for (const one of texts) {
        if (!one.was || one.was.ratio < one.was.needed || told.has(one.part)) continue;
        const style = getComputedStyle(one.part);
        const now = measured(one.part, style);
        if (!now || now.ratio >= now.needed || !visible(one.part) || !uncovered(one.part, now.by)) continue;
        told.add(one.part);
        tell(one.part, state, now, one.said);
      }
      for (const [hider, link] of folded) {
        if (state === "focus" ? there(link) : !there(link)) folded.delete(hider);
      }
      for (const [owner, rule] of added.reverse()) {
        const at = [...owner.cssRules].indexOf(rule);
        if (at >= 0) owner.deleteRule(at);
      }
    }
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== still);
  }
  scrollTo({ left: scrolled[0], top: scrolled[1], behavior: "instant" });
  const hovering = [...folded].map(([hider, link]) => ({
    path: path(hider), text: (link.textContent || "").trim().replace(/\s+/g, " ").slice(0, longest),
  }));
  return { contrasts, faint, hovering };
}
