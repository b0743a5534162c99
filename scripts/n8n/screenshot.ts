import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { owner } from './session.ts';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** What to photograph: pictures are saved as `<folder>/<name>.png`. */
export type Screenshots = {
	/** The workflow's address, e.g. `http://localhost:5678/workflow/<id>`. */
	workflow: string;
	/** Names of nodes whose forms are opened, besides the canvas. */
	nodes: string[];
	folder: string;
	/** Height of the window; long forms need more than a screen has. */
	height?: number;
	/** Debian's Chromium, unless said otherwise. */
	executablePath?: string;
};

/** Logs in as the demo's owner and saves pictures of a workflow's canvas and of its nodes' forms. */
export async function takeScreenshots(wanted: Screenshots): Promise<string[]> {
	const executablePath = wanted.executablePath ?? '/usr/bin/chromium';
	const browser = await chromium.launch({ executablePath, args: flags });
	const saved: string[] = [];
	const save = async (page: Page, name: string) => {
		const path = `${wanted.folder}/${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.png`;
		await page.screenshot({ path });
		saved.push(path);
	};
	try {
		const page = await browser.newPage({ viewport: { width: 1680, height: wanted.height ?? 1050 } });
		await logIn(page, new URL(wanted.workflow).origin);
		await page.goto(wanted.workflow);
		await page.locator('[data-test-id="canvas-node"]:visible').first().waitFor({ timeout: 60_000 });
		await page.waitForTimeout(1500);
		await page.keyboard.press('Escape');
		await page.keyboard.press('1');
		await page.waitForTimeout(1500);
		await save(page, 'canvas');
		for (const node of wanted.nodes) {
			await page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
			await page.locator('[data-test-id="ndv"]').first().waitFor({ timeout: 30_000 });
			await page.waitForTimeout(1500);
			await save(page, node);
			await page.keyboard.press('Escape');
			await page.waitForTimeout(500);
		}
		return saved;
	} finally {
		await browser.close();
	}
}

async function logIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"], input[type="email"]').first().fill(owner.email);
	await page.locator('input[type="password"]').fill(owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'), { timeout: 60_000 });
}
