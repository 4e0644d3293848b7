/* Reads one document of a page where there is no devtools protocol, and returns it in the form that the protocol's
   DOMSnapshot and Accessibility have (see snapshot.py), with the frames in it as elements for WebDriver to step into.
   axe-core must stand in the document: it tells roles and names. Called with [properties, most, longest, base]; strings
   are numbered from `base`. */
const [properties, most, longest, base] = arguments;

const strings = [];
const known = new Map();
const string = (given) => {
  const text = String(given ?? "").slice(0, longest);
  if (!known.has(text)) known.set(text, base + strings.push(text) - 1);
  return known.get(text);
};
const rare = () => ({ index: [], value: [] });
const note = (list, number, value) => {
  list.index.push(number);
  list.value.push(value);
};

const nodes = {
  parentIndex: [], nodeType: [], nodeName: [], backendNodeId: [], attributes: [],
  shadowRootType: rare(), inputValue: rare(), contentDocumentIndex: rare(),
};
const layout = { nodeIndex: [], styles: [], bounds: [], text: [] };
const tree = [];
const frames = [];

const { aria, dom, text: names } = axe.commons;
const SOURCES = ["aria-labelledby", "aria-label", "alt", "title", "placeholder"];
const FIELDS = ["input", "select", "textarea"];
const EDITED = ["textbox", "searchbox", "spinbutton", "combobox"];
const SPACE = /[ \t\n\r\f]+/g;

/* Where the name comes from, in the order of the accessible name computation; a field's label comes before its title. */
const source = (element, name) => {
  if (!name) return [];
  const used = SOURCES.find((attribute) => {
    if (attribute === "title" && (FIELDS.includes(element.localName) ? element.labels?.length : element.textContent.trim())) return false;
    return element.getAttribute(attribute)?.trim();
  });
  if (used) return [{ type: "attribute", attribute: used, value: { value: name } }];
  if (element.labels?.length) return [{ type: "label", value: { value: name } }];
  return [{ type: "contents", value: { value: name } }];
};

const described = (element, name) => {
  const by = element.getAttribute("aria-describedby")?.split(/\s+/) ?? [];
  const root = element.getRootNode();
  const words = by.map((id) => root.getElementById?.(id)?.textContent ?? "").join(" ").trim();
  const title = element.getAttribute("title")?.trim() ?? "";
  return words || (title === name ? "" : title);
};

/* What styles add to the labels of a field, such as a star; browsers put it into the name, and axe-core does not. */
const marks = (element) =>
  Array.from(element.labels ?? [])
    .flatMap((label) => [label, ...label.querySelectorAll("*")])
    .flatMap((each) => ["::before", "::after"].map((part) => getComputedStyle(each, part).content))
    .filter((content) => content.startsWith('"'))
    .map((content) => content.slice(1, -1));

const nameOf = (element, virtual) =>
  [names.accessibleTextVirtual(virtual), ...marks(element)].join(" ").replace(SPACE, " ").trim().slice(0, longest);

const accessible = (element, number) => {
  const virtual = axe.utils.getNodeFromTree(element);
  const role = virtual && dom.isVisibleToScreenReaders(virtual) ? aria.getRole(virtual) ?? "generic" : "none";
  const ignored = role === "none" || role === "presentation";
  const properties = [];
  const state = (name, value) => properties.push({ name, value: { value } });
  if (virtual && dom.isFocusable(virtual)) state("focusable", true);
  if (element.matches(":disabled") || element.getAttribute("aria-disabled") === "true") state("disabled", true);
  if (!ignored && role === "heading") {
    const own = /^h[1-6]$/.test(element.localName) ? Number(element.localName[1]) : 2;
    state("level", Number(element.getAttribute("aria-level")) || own);
  }
  if (!ignored && EDITED.includes(role) && element.localName !== "select") state("editable", "plaintext");
  const name = ignored ? "" : nameOf(element, virtual);
  tree.push({
    backendDOMNodeId: number,
    ignored,
    role: { value: role },
    name: { value: name, sources: source(element, name) },
    description: { value: ignored ? "" : described(element, name) },
    properties,
  });
};

const bounds = (box) => [box.left + window.scrollX, box.top + window.scrollY, box.width, box.height];

const laidOut = (number, box, text, styles) => {
  layout.nodeIndex.push(number);
  layout.styles.push(styles);
  layout.bounds.push(bounds(box));
  layout.text.push(text);
};

const add = (type, name, parent) => {
  const number = nodes.nodeType.push(type) - 1;
  nodes.parentIndex.push(parent);
  nodes.nodeName.push(string(name));
  nodes.backendNodeId.push(number);
  nodes.attributes.push([]);
  return number;
};

/* What of the styles around it the text in an element needs. */
const ofText = (style) => ({ kept: /^(pre|break-spaces)/.test(style.whiteSpace), turned: style.textTransform });

const turn = (text, how) =>
  how === "uppercase" ? text.toUpperCase() : how === "lowercase" ? text.toLowerCase() : text;

const addText = (node, parent, around) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  if (!range.getClientRects().length) return;
  const text = around.kept ? node.data : node.data.replace(SPACE, " ");
  laidOut(add(3, "#text", parent), range.getBoundingClientRect(), string(turn(text, around.turned)), []);
};

const inside = (element) => {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  const given = element.localName === "slot" ? element.assignedNodes() : [];
  return given.length ? given : element.childNodes;
};

const addElement = (element, parent) => {
  const number = add(1, element.nodeName, parent);
  const flat = nodes.attributes[number];
  for (const { name, value } of element.attributes) flat.push(string(name), string(value));
  if (element.getRootNode() instanceof ShadowRoot) note(nodes.shadowRootType, number, string("open"));
  if (FIELDS.includes(element.localName)) note(nodes.inputValue, number, string(element.value));
  if (["iframe", "frame"].includes(element.localName)) frames.push([number, element]);
  accessible(element, number);
  const style = getComputedStyle(element);
  if (element.checkVisibility()) {
    const values = properties.map((property) => string(style.getPropertyValue(property)));
    laidOut(number, element.getBoundingClientRect(), string(""), values);
  }
  return [number, ofText(style)];
};

axe.setup(document);
try {
  const waiting = [[document.documentElement, -1, null]];
  while (waiting.length && nodes.nodeType.length < most) {
    const [node, parent, around] = waiting.pop();
    if (node.nodeType === Node.TEXT_NODE) addText(node, parent, around);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const [number, style] = addElement(node, parent);
    for (const child of [...inside(node)].reverse()) waiting.push([child, number, style]);
  }
} finally {
  axe.teardown();
}

const top = document.scrollingElement ?? document.documentElement;
const frameId = string(`frame ${base}`);
return {
  strings,
  tree,
  frames,
  document: {
    frameId,
    documentURL: string(document.URL),
    baseURL: string(document.baseURI),
    title: string(document.title),
    contentWidth: top.scrollWidth,
    contentHeight: top.scrollHeight,
    nodes,
    layout,
  },
};
