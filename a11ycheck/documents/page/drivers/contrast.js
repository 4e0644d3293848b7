/* What screenshots are to tell of this document: where the texts stand that axe-core could not judge (`texts`, by path),
   and the icons that are all a link or button shows, as far as styles do not tell that they stand out (at most
   `mostIcons`). Afterwards __a11ycheckShow("bare" | "coloured" | "shown" | "all") shows the page without these texts and
   icons, with all text in `letterColour`, as it is but still, and as it was. */
({ texts, mostIcons, mostLines, letterColour }) => {
  const path = window.__a11ycheckPath;
  const find = window.__a11ycheckFind;
  const { above, parse, over, ratio, surface, uncovered, disabled, visible } = window.__a11ycheckColours;
  const roots = [document];
  for (let at = 0; at < roots.length && roots.length < 200; at++) {
    for (const element of roots[at].querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const cut = (box) => {
    // A frame shows no more than its window.
    if (window === window.top) return [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY];
    return [Math.max(0, box.left), Math.max(0, box.top), Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
  };
  const meets = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const unsteady = all("video, canvas, iframe, object, embed, img").filter((element) =>
    element.localName !== "img" || !element.complete || !element.naturalWidth).map((element) => element.getBoundingClientRect());
  const veiled = (style) => style.opacity !== "1" || style.filter !== "none" || style.mixBlendMode !== "normal" || style.maskImage !== "none";

  const laid = (way) => {
    const element = find(way);
    if (!element || !visible(element)) return null;
    const style = getComputedStyle(element);
    let plain = true;
    for (let around = element; around; around = above(around)) {
      const its = getComputedStyle(around);
      if (its.backgroundClip === "text") return null;
      if (veiled(its)) plain = false;
    }
    const box = element.getBoundingClientRect();
    if (unsteady.some((other) => meets(other, box))) return null;
    const lines = [];
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      lines.push(...range.getClientRects());
    }
    if (/^(input|textarea|select)$/.test(element.localName)) lines.push(box);
    const places = lines.slice(0, mostLines).filter((line) => line.width > 1 && line.height > 1);
    if (!places.length) return null;
    const colour = plain ? parse(style.webkitTextFillColor) : null;
    return {
      way, lines: places.map(cut), own: cut(box), colour: colour && colour.slice(0, 3).map(Math.round), alpha: colour ? colour[3] : 1,
      size: parseFloat(style.fontSize), bold: Number(style.fontWeight) >= 700,
      haloed: style.textShadow !== "none" || parseFloat(style.webkitTextStrokeWidth) > 0,
    };
  };

  /* Icons: drawings, small pictures and signs of icon fonts. */
  const LARGEST = 48, SMALLEST = 8;
  // Trade marks have the colours they have (WCAG 2.2, 1.4.11: the presentation is essential).
  const MARK = /logo|brand|facebook|twitter|linkedin|instagram|youtube|vimeo|tiktok|whatsapp|mastodon|bluesky|github|pinterest|google|apple/i;
  const SHAPES = "path, circle, ellipse, rect, line, polyline, polygon, text";
  const says = (control) => {
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    const own = control.getBoundingClientRect();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!/[\p{L}\p{N}]/u.test(node.data) || node.parentElement.closest("style, script, title, desc")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (visible(node.parentElement) && meets(range.getBoundingClientRect(), own)) return true;
    }
    return false;
  };
  const marked = (control) => [control, ...control.querySelectorAll("*")].slice(0, 12).some((element) =>
    ["href", "class", "id", "aria-label", "title", "alt", "src"].some((name) => MARK.test(element.getAttribute(name) || "")));
  const colours = (icon) => {
    // The colours an icon is drawn in; null where they are not certain.
    const found = [];
    for (let around = icon; around; around = above(around)) if (veiled(getComputedStyle(around))) return null;
    for (const shape of icon.querySelectorAll(`${SHAPES}, use, image, foreignObject`)) {
      if (!shape.matches(SHAPES) || shape.closest("defs, symbol, mask, clipPath")) return null;
      const style = getComputedStyle(shape);
      if (veiled(style)) return null;
      for (const [paint, opacity] of [[style.fill, style.fillOpacity], [style.stroke, style.strokeOpacity]]) {
        if (paint === "none") continue;
        const colour = parse(paint);
        if (!colour) return null;
        found.push([...colour.slice(0, 3), colour[3] * Number(opacity)]);
      }
    }
    return found.length ? found : null;
  };
  // Icon fonts have their signs where Unicode leaves room for private use.
  const isSign = (element) => /[\ue000-\uf8ff]/.test(getComputedStyle(element, "::before").content);
  const signColour = (element) => {
    for (let around = element; around; around = above(around)) if (veiled(getComputedStyle(around))) return null;
    const colour = parse(getComputedStyle(element, "::before").webkitTextFillColor);
    return colour && [colour];
  };
  const styled = (icon) => {
    const drawn = icon.localName === "svg" ? colours(icon) : icon.localName === "img" ? null : signColour(icon);
    const behind = drawn && surface(icon);
    if (!behind) return null;
    const shown = drawn.map((colour) => over(colour, behind.colour));
    return Math.max(...shown.map((colour) => ratio(colour, behind.colour)), ...shown.flatMap((one) => shown.map((other) => ratio(one, other))));
  };
  const small = (element) => {
    const box = element.getBoundingClientRect();
    return Math.max(box.width, box.height) <= LARGEST && Math.min(box.width, box.height) >= SMALLEST;
  };
  const icons = [];
  const hidden = [];
  const kinds = new Set();
  const controls = window === window.top ? all("a[href], button, [role=button], [role=link]").slice(0, 300) : [];
  for (const control of controls) {
    if (icons.length >= mostIcons) break;
    let graphics = [...control.querySelectorAll("svg, img")].filter((one) => !one.parentElement.closest("svg") && visible(one));
    if (!graphics.length && control.childElementCount) {
      graphics = [...control.querySelectorAll("i, span")].slice(0, 4).filter((one) => isSign(one) && visible(one));
    }
    if (graphics.length !== 1 || !small(graphics[0])) continue;
    if (!visible(control) || disabled(control) || control.closest("[aria-hidden=true]") || control.tabIndex < 0) continue;
    if (getComputedStyle(control).backgroundImage !== "none" || says(control) || marked(control)) continue;
    const [icon] = graphics;
    if (icon.localName === "img" && (!icon.complete || !icon.naturalWidth)) continue;
    const box = icon.getBoundingClientRect();
    if (unsteady.some((other) => meets(other, box))) continue;
    const best = styled(icon);
    if (best !== null && best >= 3) continue;
    const kind = `${control.className} ${icon.getAttribute("class")} ${best}`;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    if (/^(svg|img)$/.test(icon.localName)) hidden.push(icon);
    icons.push({ way: path(control), box: cut(box), best });
  }

  const sheet = new CSSStyleSheet();
  const EVERY = "*, *::before, *::after, *::placeholder, *::marker";
  const STILL = `${EVERY} { transition: none !important; animation-play-state: paused !important }`;
  const letters = (colour) => `${EVERY} { -webkit-text-fill-color: ${colour} !important; -webkit-text-stroke-width: 0 !important;
    text-decoration-color: transparent !important; text-shadow: none !important }`;
  let unseen = [];
  const show = (state) => {
    for (const animation of unseen) animation.cancel();
    unseen = [];
    if (state === "all") {
      for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      return;
    }
    const colour = { bare: "transparent", coloured: letterColour }[state];
    sheet.replaceSync(STILL + (colour ? letters(colour) : ""));
    for (const root of roots) if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    // An animation hides without an attribute that scripts or style sheets would answer to.
    if (state === "bare") unseen = hidden.map((icon) => icon.animate({ opacity: [0, 0] }, { duration: 1e7, fill: "both" }));
  };
  // Have the pictures behind a text come? One that has not leaves another colour there.
  const pictured = async (way) => {
    const box = find(way).getBoundingClientRect();
    const addresses = new Set();
    for (const element of all("*")) {
      if (!meets(element.getBoundingClientRect(), box)) continue;
      for (const part of [null, "::before", "::after"]) {
        for (const [, address] of getComputedStyle(element, part).backgroundImage.matchAll(/url\("([^"]{1,100000})"\)/g)) addresses.add(address);
      }
      if (addresses.size > 10) break;
    }
    const come = [...addresses].map((address) => {
      const picture = new Image();
      picture.src = address;
      return picture.decode().then(() => true, () => false);
    });
    const late = new Promise((resolve) => setTimeout(() => resolve([false]), 500));
    return (await Promise.race([Promise.all(come), late])).every(Boolean);
  };
  Object.defineProperty(window, "__a11ycheckShow", { value: show, configurable: true });
  Object.defineProperty(window, "__a11ycheckPictured", { value: pictured, configurable: true });
  return { texts: texts.map(laid).filter(Boolean), icons };
}
