import type { JournalEntry } from '../gateway/journal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { OneTimePayment } from '../world/types.ts';

const LATEST_REQUESTS = 15;
const LEDGER_TAIL = 12;
const REFRESH_SECONDS = 3;

const STYLE = `
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1c2430; }
h1 { font-size: 1.5rem; margin-bottom: .2rem } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem }
p { margin: .2rem 0; color: #55606e } .scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .87rem }
th, td { text-align: left; padding: .25rem .7rem .25rem 0; border-bottom: 1px solid #e3e7ec; white-space: nowrap }
th { color: #55606e; font-weight: 600 } code { background: #f2f4f7; padding: .1rem .3rem; border-radius: 3px }
`;

function escape(value: unknown): string {
	const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function table(headings: readonly string[], rows: readonly (readonly unknown[])[]): string {
	if (rows.length === 0) return '<p>none</p>';
	const cells = (tag: string, values: readonly unknown[]): string =>
		`<tr>${values.map((value) => `<${tag}>${escape(value)}</${tag}>`).join('')}</tr>`;
	return `<div class="scroll"><table>${cells('th', headings)}${rows.map((row) => cells('td', row)).join('')}</table></div>`;
}

function requestRow(entry: JournalEntry): unknown[] {
	const { seq, at, service, operation, method, answer, tookEffect, faults } = entry;
	const status = answer.status === 0 ? 'no answer' : answer.status;
	return [seq, at.slice(11, 19), service, operation, method, status, tookEffect ? 'yes' : '', faults.join(', ')];
}

function paymentRow(payment: OneTimePayment): unknown[] {
	const { Objekt_id, Medarbejdernummer, Startdato, Loenart, Loebenummer, Antal, Beloeb } = payment;
	const costObject = payment.Afv_Omkostningssted || payment.Afv_PSP_Element;
	const payElement = `${Loenart}/${Loebenummer}`;
	const { Indv_Bemaerkning_1: sender, Indv_Bemaerkning_2: remark } = payment;
	return [Objekt_id, Medarbejdernummer, Startdato, payElement, Antal || '', Beloeb || '', costObject, sender, remark];
}

/** The page at `/`: what the services hold, their ledger's last lines, the last requests, faults and switches. */
export function renderPage(sandbox: Sandbox): string {
	const { arguments: of, period } = sandbox.world;
	const clock = sandbox.clock.describe();
	const states = sandbox.services.map((service) => ({ name: service.name, records: service.state() }));
	const counts = states.flatMap(({ name, records }) =>
		Object.entries(records).map(([kind, rows]) => [name, kind, rows.length]),
	);
	const payments = states.flatMap(({ records }) => (records.payments ?? []) as OneTimePayment[]);
	const switches = Object.entries(sandbox.switches.changed());
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="${REFRESH_SECONDS}">
<title>Nordic Workforce sandbox</title><style>${STYLE}</style></head><body>
<h1>Nordic Workforce sandbox</h1>
<p>World: seed ${of.seed}, ${of.people} people, ${escape(period.from)} to ${escape(period.until)}.
Clock: ${escape(clock.local)} Oslo time${clock.frozen ? ', standing still' : ''}.
Control API: <code>/control/…</code>; this page renews itself every ${REFRESH_SECONDS} seconds.</p>
<h2>Last payments in Opus</h2>
${table(
	['no.', 'employment', 'date', 'lønart', 'quantity', 'amount', 'cost centre or PSP', 'sender', 'remark'],
	payments.slice(-LEDGER_TAIL).reverse().map(paymentRow),
)}
<h2>Last requests</h2>
${table(
	['no.', 'at (UTC)', 'service', 'operation', 'method', 'answer', 'took effect', 'fault'],
	sandbox.journal.latest(LATEST_REQUESTS).map(requestRow),
)}
<h2>Active faults</h2>
${table(
	['rule', 'matched', 'struck'],
	sandbox.faults.list().map(({ matched, struck, ...rule }) => [rule, matched, struck]),
)}
<h2>Switches that were changed</h2>
${table(['switch', 'value'], switches)}
<h2>What the services hold</h2>
${table(['service', 'kind', 'records'], counts)}
</body></html>`;
}
