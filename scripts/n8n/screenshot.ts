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
	/** Parts of the canvas, full size. */
	parts: Part[];
	/** Names of nodes whose output is shown as a table, after a run from this trigger in the editor. */
	tables: { trigger: string; nodes: string[] };
	folder: string;
	/** Size of the window for forms and tables; long forms need more than a screen has. */
	width: number;
	height: number;
	/** Debian's Chromium, unless said otherwise. */
	executablePath?: string;
};

/** A part of the canvas between two positions, in the coordinates of the nodes. */
export type Part = { name: string; left: number; right: number };

/** As wide as the longest workflow, so that the canvas is shown full size. */
const canvasWidth = 9000;

/** Around what is on the canvas; names stand below their nodes. */
const margin = 40;

/** Logs in as the demo's owner and saves pictures of a workflow's canvas, of its nodes' forms and of what they gave out. */
export async function takeScreenshots(wanted: Screenshots): Promise<string[]> {
	const executablePath = wanted.executablePath ?? '/usr/bin/chromium';
	const browser = await chromium.launch({ executablePath, args: flags });
	try {
		const page = await browser.newPage();
		const camera = new Camera(page, wanted);
		await camera.open();
		await camera.canvas();
		for (const part of wanted.parts) await camera.part(part);
		for (const node of wanted.nodes) await camera.form(node);
		if (wanted.tables.nodes.length > 0) await camera.run(wanted.tables.trigger);
		for (const node of wanted.tables.nodes) await camera.table(node);
		return camera.saved;
	} finally {
		await browser.close();
	}
}

/** The editor in a window, and the pictures taken of it. */
class Camera {
	readonly saved: string[] = [];
	private readonly page: Page;
	private readonly wanted: Screenshots;

	constructor(page: Page, wanted: Screenshots) {
		this.page = page;
		this.wanted = wanted;
	}

	async open(): Promise<void> {
		const { workflow } = this.wanted;
		await logIn(this.page, new URL(workflow).origin);
		await this.page.goto(workflow);
		await this.node().first().waitFor({ timeout: 60_000 });
	}

	/** The whole canvas, without the editor around it. */
	async canvas(): Promise<void> {
		await this.fit({ width: canvasWidth / 2, height: 1800 });
		await this.saveCanvas('canvas', -Infinity, Infinity);
		if (this.wanted.parts.length > 0) await this.fit({ width: canvasWidth, height: 1800 });
	}

	async part({ name, left, right }: Part): Promise<void> {
		await this.saveCanvas(name, left, right);
	}

	/** The form of a node. */
	async form(name: string): Promise<void> {
		await this.openNode(name);
		await this.save(name);
		await this.closeNode();
	}

	/** Runs the workflow from a trigger, as its button in the editor does, and waits for the end. */
	async run(trigger: string): Promise<void> {
		await this.fit(this.wanted);
		const button = this.page.locator(`[data-test-id="execute-workflow-button-${trigger}"]`);
		await this.node(trigger).hover();
		await button.click();
		await button.getByText('Stop', { exact: false }).waitFor({ state: 'detached', timeout: 300_000 });
		await this.page.getByText(/executed successfully/i).first().waitFor({ timeout: 300_000 });
	}

	/** What a node gave out, as a table, with the form moved aside for it. */
	async table(name: string): Promise<void> {
		await this.openNode(name);
		const output = this.page.locator('[data-test-id="output-panel"]');
		await output.locator('[data-test-id="radio-button-table"]').click();
		const handle = (await this.page.locator('[data-test-id="panel-drag-button"]').boundingBox())!;
		await this.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
		await this.page.mouse.down();
		await this.page.mouse.move(0, handle.y, { steps: 20 });
		await this.page.mouse.up();
		await this.settle();
		await this.take(`${name} output`, { clip: (await output.boundingBox())! });
		await this.closeNode();
	}

	/** Gives the window a size, and shows the whole workflow in it. */
	private async fit({ width, height }: { width: number; height: number }): Promise<void> {
		await this.page.setViewportSize({ width, height });
		await this.settle();
		await this.page.keyboard.press('Escape');
		await this.page.keyboard.press('1');
		await this.settle();
	}

	/** The content of the canvas between two positions of nodes, cut to what is there. */
	private async saveCanvas(name: string, left: number, right: number): Promise<void> {
		const pane = this.page.locator('.vue-flow__transformationpane');
		const [, scale] = /scale\(([\d.]+)\)/.exec((await pane.getAttribute('style')) ?? '') ?? [];
		const { x: origin } = (await pane.boundingBox())!;
		const [from, to] = [left, right].map((position) => origin + position * Number(scale));
		const all = await Promise.all((await this.page.locator('.vue-flow__node').all()).map((node) => node.boundingBox()));
		const boxes = all.filter((box) => box !== null).filter((box) => box.x + box.width > from && box.x < to);
		const x = Math.max(from, Math.min(...boxes.map((box) => box.x)) - margin);
		const y = Math.min(...boxes.map((box) => box.y)) - margin;
		const width = Math.min(to, Math.max(...boxes.map((box) => box.x + box.width)) + margin) - x;
		const height = Math.max(...boxes.map((box) => box.y + box.height)) + 1.5 * margin - y;
		const style = '[data-test-id="canvas-controls"], [data-test-id="canvas-minimap"], [data-test-id="execute-workflow-button"] { visibility: hidden }';
		await this.page.mouse.move(0, 0);
		await this.take(name, { clip: { x, y, width, height }, style });
	}

	private async openNode(name: string): Promise<void> {
		await this.fit(this.wanted);
		await this.node(name).dblclick();
		await this.page.locator('[data-test-id="ndv"]').first().waitFor({ timeout: 30_000 });
		await this.settle();
	}

	private async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.settle();
	}

	private node(name?: string) {
		const selector = name === undefined ? '' : `[data-node-name="${name}"]`;
		return this.page.locator(`[data-test-id="canvas-node"]${selector}:visible`);
	}

	private settle(): Promise<void> {
		return this.page.waitForTimeout(1500);
	}

	private async save(name: string): Promise<void> {
		await this.take(name, {});
	}

	private async take(name: string, options: { clip?: { x: number; y: number; width: number; height: number }; style?: string }): Promise<void> {
		const path = `${this.wanted.folder}/${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.png`;
		await this.page.screenshot({ path, ...options });
		this.saved.push(path);
	}
}

async function logIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"], input[type="email"]').first().fill(owner.email);
	await page.locator('input[type="password"]').fill(owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'), { timeout: 60_000 });
}
