/* Colours as computed styles give them, and the surface behind an element as far as it is certain. */
(() => {
  if (window.__a11ycheckColours) return;
  const above = (element) => {
    if (element.assignedSlot) return element.assignedSlot;
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const parse = (colour) => {
    const found = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(colour);
    return found && [Number(found[1]), Number(found[2]), Number(found[3]), found[4] === undefined ? 1 : Number(found[4])];
  };
  const over = (top, under) => [0, 1, 2].map((at) => top[at] * top[3] + under[at] * (1 - top[3])).concat(1);
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const hex = (colour) => "#" + colour.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
  const paints = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return style.content !== "none" && style.content !== "normal" &&
      (style.backgroundImage !== "none" || (parse(style.backgroundColor) || [0, 0, 0, 1])[3] > 0 || style.boxShadow !== "none");
  };
  // The surface behind an element's content and the element that gives it; null where it is not certain.
  const surface = (from) => {
    const layers = [];
    for (let element = from; element; element = above(element)) {
      const style = getComputedStyle(element);
      if (style.backgroundImage !== "none" || style.opacity !== "1" || style.filter !== "none" || style.mixBlendMode !== "normal" ||
          style.backdropFilter !== "none" || style.boxShadow.includes("inset") || style.maskImage !== "none" ||
          style.backgroundClip === "text") return null;
      if (paints(element, "::before") || paints(element, "::after")) return null;
      const colour = parse(style.backgroundColor);
      if (!colour) return null;
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) return { colour: layers.reduceRight((under, top) => over(top, under)), by: element };
      // What is laid out apart from its parent may stand on anything.
      if (style.position === "absolute" || style.position === "fixed") return null;
    }
    const white = [255, 255, 255, 1];
    return { colour: layers.reduceRight((under, top) => over(top, under), white), by: document.documentElement };
  };
  // Nothing else lies between it and its surface, or on it, where it is seen.
  const uncovered = (element, by) => {
    let rect = element.getBoundingClientRect();
    if (rect.top < 0 || rect.bottom > innerHeight || rect.left < 0 || rect.right > innerWidth) {
      element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      rect = element.getBoundingClientRect();
    }
    const root = element.getRootNode();
    const stack = root.elementsFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
    for (const layer of stack) {
      if (layer === by) return true;
      if (layer !== element && !layer.contains(element) && !(element.contains(layer) && transparent(layer))) return false;
    }
    return by === document.documentElement && stack.length > 0;
  };
  const transparent = (element) => {
    const style = getComputedStyle(element);
    return style.backgroundImage === "none" && (parse(style.backgroundColor) || [0, 0, 0, 1])[3] === 0;
  };
  const needed = (style) => {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  };
  const disabled = (element) => Boolean(element.closest(":disabled, [aria-disabled=true], [inert]"));
  const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 2 && element.getBoundingClientRect().height > 2;
  Object.defineProperty(window, "__a11ycheckColours", {
    value: { above, parse, over, ratio, hex, paints, surface, uncovered, transparent, needed, disabled, visible },
  });
})();
