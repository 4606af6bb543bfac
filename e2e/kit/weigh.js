// What a page weighs and how soon it can be read, as the browser itself measures.

/** A phone of the kind most readers have: 360 px wide, two device pixels each. */
export const HANDSET = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** Counts what a page loads from now on. Gives `take()`: the answers so far, then starts again from nothing. */
export async function scales(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  let answers = new Map();
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    // The sign in the browser's tab comes once a day and is no part of a page.
    if (/^https?:/.test(response.url) && !response.url.endsWith('/assets/icon.svg')) answers.set(requestId, { type, path: new URL(response.url).pathname, kept: response.fromDiskCache, bytes: 0 });
  });
  cdp.on('Network.requestServedFromCache', ({ requestId }) => answers.delete(requestId));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.bytes = encodedDataLength;
  });
  return {
    cdp,
    take() {
      const all = [...answers.values()].filter(({ kept }) => !kept);
      answers = new Map();
      const sum = (wanted) => wanted.reduce((total, { bytes }) => total + bytes, 0);
      return {
        bytes: sum(all),
        requests: all.length,
        html: sum(all.filter(({ type }) => type === 'Document')),
        script: sum(all.filter(({ type }) => type === 'Script')),
        pictures: all.filter(({ type }) => type === 'Image').length,
      };
    },
  };
}

/** Slow 3G (400 kbit/s, 400 ms) and a processor six times slower. */
export async function slowly(cdp) {
  const bytes = 400_000 / 8;
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: bytes, uploadThroughput: bytes });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
}

/** Largest contentful paint in ms, layout shift, and blocking time in ms, of the page as it stands. */
export const vitals = (page) => page.evaluate(async () => {
  const entries = (type) => new Promise((done) => {
    const seen = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
    observer.observe({ type, buffered: true });
    setTimeout(() => done(seen.concat(observer.takeRecords())), 200);
  });
  const [paints, shifts, tasks] = await Promise.all(['largest-contentful-paint', 'layout-shift', 'longtask'].map(entries));
  const largest = paints.at(-1);
  return {
    lcp: Math.round(largest?.startTime ?? NaN),
    largest: largest?.element ? `${largest.element.tagName.toLowerCase()}${largest.url ? ` ${largest.url.split('/').pop()}` : ''}` : '',
    cls: Number(shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, shift) => sum + shift.value, 0).toFixed(4)),
    tbt: Math.round(tasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0)),
  };
});
