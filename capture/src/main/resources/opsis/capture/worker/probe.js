// Waits until a post is drawn, then tells what is on the page. Run as the body of an asynchronous WebDriver script:
// arguments are the specification (see PageProbe), the patience in milliseconds, and WebDriver's callback.
const [spec, patience, done] = arguments;
const deadline = performance.now() + patience;
const mark = Symbol.for('opsis.probed');

const sleep = millis => new Promise(go => setTimeout(go, millis));
// A hidden document gets no frames, so a timer stands behind them.
const frame = () => Promise.race([new Promise(go => requestAnimationFrame(go)), sleep(250)]);
const spent = () => performance.now() >= deadline;
const all = selector => selector ? [...document.querySelectorAll(selector)] : [];

function visible(element) {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
}

function holds(rule) {
  const places = rule.selector ? all(rule.selector).filter(visible) : [document.body].filter(Boolean);
  if (!rule.text) return places.length > 0;
  const pattern = new RegExp(rule.text, 'iu');
  return places.some(place => pattern.test(place.innerText.slice(0, 20000)));
}

function changed() {
  return Promise.race([sleep(50), new Promise(go => {
    const observer = new MutationObserver(() => { observer.disconnect(); go(); });
    observer.observe(document, {childList: true, subtree: true, attributes: true, characterData: true});
    setTimeout(() => observer.disconnect(), 60);
  })]);
}

// Styles by script are outside the page's content security policy only as constructed sheets.
function hide() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*{caret-color:transparent!important;scroll-behavior:auto!important}'
    + spec.hide.map(selector => selector + '{display:none!important}').join(''));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const dismissed = new Set();
function dismiss() {
  for (const selector of spec.dismiss) {
    const button = dismissed.has(selector) ? null : all(selector).find(visible);
    if (button) { dismissed.add(selector); button.click(); }
  }
}

// What ends is shown at its end, since a fade-in that is held at its start would hide the post; what never ends, at its start.
function settleAnimations() {
  for (const animation of document.getAnimations()) {
    try {
      if (animation.effect.getComputedTiming().endTime === Infinity) { animation.pause(); animation.currentTime = 0; }
      else animation.finish();
    } catch { /* an animation without a target cannot be seen */ }
  }
}

function pictures() {
  const named = all([spec.layout.avatar, spec.layout.media, spec.layout.linkCard].filter(Boolean).join(','))
    .flatMap(part => part.tagName === 'IMG' ? [part] : [...part.querySelectorAll('img')]);
  const seen = [...document.images].filter(image => {
    const box = image.getBoundingClientRect();
    return box.width >= 8 && box.height >= 8 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
  });
  return [...new Set([...named, ...seen])].filter(image => image.currentSrc || image.getAttribute('src'));
}
const open = () => pictures().filter(image => !image.complete);
const broken = () => pictures().filter(image => image.complete && image.naturalWidth === 0);

const number = value => Math.round(value * 100) / 100;

function clipped(rect, within) {
  const left = Math.max(rect.left, within.left, 0), top = Math.max(rect.top, within.top, 0);
  const right = Math.min(rect.right, within.right, innerWidth), bottom = Math.min(rect.bottom, within.bottom, innerHeight);
  return right - left > 0.5 && bottom - top > 0.5 ? [number(left), number(top), number(right - left), number(bottom - top)] : null;
}

const everywhere = {left: 0, top: 0, right: Infinity, bottom: Infinity};

function parts(kind, selector) {
  const boxes = all(selector).slice(0, 100).filter(visible).map(element => clipped(element.getBoundingClientRect(), everywhere)).filter(Boolean);
  return boxes.map((box, index) => [kind, ...box, null, index]);
}

// Text nodes are joined, so that a word keeps whole that the page splits over elements.
function words() {
  const root = all(spec.layout.text).find(visible);
  if (!root) return {count: 0, boxes: []};
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), starts = [], nodes = [];
  let text = '';
  for (let node = walker.nextNode(); node && text.length < 50000; node = walker.nextNode()) {
    starts.push(text.length); nodes.push(node); text += node.data;
  }
  const bounds = root.getBoundingClientRect(), boxes = [];
  let count = 0, at = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
    const index = count++, end = match.index + match[0].length, range = document.createRange();
    while (at + 1 < starts.length && starts[at + 1] <= match.index) at++;
    range.setStart(nodes[at], match.index - starts[at]);
    let last = at;
    while (last + 1 < starts.length && starts[last + 1] < end) last++;
    range.setEnd(nodes[last], end - starts[last]);
    for (const rect of joined(range.getClientRects())) {
      const box = clipped(rect, bounds);
      if (box) boxes.push(['WORD', ...box, match[0], index]);
    }
  }
  return {count, boxes};
}

// Pieces of one word that lie side by side on one line are one box.
function joined(rects) {
  const lines = [];
  for (const {left, top, right, bottom} of rects) {
    const line = lines.find(other => top < other.bottom && bottom > other.top && left <= other.right + 1 && right >= other.left - 1);
    if (!line) lines.push({left, top, right, bottom});
    else Object.assign(line, {left: Math.min(left, line.left), top: Math.min(top, line.top), right: Math.max(right, line.right), bottom: Math.max(bottom, line.bottom)});
  }
  return lines;
}

function layout() {
  const {avatar, displayName, handle, media, linkCard, quotedPost, counters} = spec.layout, text = words();
  return {count: text.count, boxes: [...parts('AVATAR', avatar), ...parts('DISPLAY_NAME', displayName), ...parts('HANDLE', handle),
    ...text.boxes, ...parts('MEDIA', media), ...parts('LINK_CARD', linkCard), ...parts('QUOTED_POST', quotedPost),
    ...parts('COUNTERS', counters)]};
}

const rule = () => spec.rules.findIndex(holds);
const missing = () => spec.ready.filter(selector => !all(selector).some(visible));

async function still() {
  for (let before = null; !spent();) {
    settleAnimations();
    const now = JSON.stringify([layout().boxes, document.documentElement.scrollHeight, open().length]);
    if (now === before && open().length === 0) return true;
    before = now;
    await frame();
  }
  return false;
}

async function look() {
  if (location.protocol === 'chrome-error:') return {error: document.querySelector('.error-code')?.textContent || 'the page could not be opened'};
  const earlier = document[mark] && document[mark] !== spec.attempt;
  if (earlier || !location.protocol.startsWith('http')) return {stale: true};
  document[mark] = spec.attempt;
  hide();
  let matched = rule(), lacking = missing();
  while (matched < 0 && lacking.length > 0 && !spent()) {
    dismiss();
    await changed();
    matched = rule();
    lacking = missing();
  }
  let calm = false;
  if (lacking.length === 0 || matched >= 0 && spec.rules[matched].picture) {
    dismiss();
    await Promise.race([document.fonts.ready, sleep(Math.max(0, deadline - performance.now()))]);
    await frame();
    calm = await still();
    if (matched < 0) matched = rule();
  }
  const {count, boxes} = layout();
  return {rule: matched, missing: lacking, still: calm, open: open().length, broken: broken().length, words: count, boxes, url: location.href};
}

look().then(done, problem => done({error: 'the page could not be read: ' + problem}));
