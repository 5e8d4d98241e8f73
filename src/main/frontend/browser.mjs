import { chromium } from 'playwright-core';

/** Lends a page of a headless browser and closes the browser whatever happens; CHROMIUM names another browser. */
export async function withPage(work) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  });
  try {
    return await work(await browser.newPage());
  } finally {
    await browser.close();
  }
}
