// The one browser all tests share, and the visits they make in it.
import { chromium } from 'playwright-core';

export const BROWSER = process.env.CHROMIUM || '/usr/bin/chromium';
export const ARGUMENTS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Address of the portal under test, without a closing slash. */
export const PORTAL = process.env.E2E_URL;

/** A small phone: 320 px wide. */
export const PHONE = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 800 };

let shared;
const browser = async () => { shared ??= await chromium.connect(process.env.E2E_BROWSER); return shared; };

/** Opens a page in a context of its own, hands it to `visit` and closes it. Options are those of a Playwright context. */
export async function visit(options, go) {
  const context = await (await browser()).newContext({
    baseURL: PORTAL, viewport: PHONE, locale: 'en-GB', serviceWorkers: 'block', ...options,
  });
  context.setDefaultTimeout(10_000);
  try {
    const page = await context.newPage();
    return await go(page, context);
  } finally {
    await context.close();
  }
}

/** Lets the tests' process end: the browser itself stays. */
export const leave = async () => { if (shared) await shared.close(); };

/** Notes what a page must never do: errors in its console, requests to others, breaches of the content security policy. */
export function watch(page, { errors = true, portal = PORTAL } = {}) {
  const faults = [];
  const own = new URL(portal).host;
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^https?:$/.test(protocol) && host !== own) faults.push(`asked a third party: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`script failed: ${error.message}`));
  page.on('console', (message) => {
    const policy = /Content Security Policy/i.test(message.text());
    if (message.type() === 'error' && (errors || policy)) faults.push(`console: ${message.text()}`);
  });
  return faults;
}
