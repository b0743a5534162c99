import type { Mutant } from '../mutant.ts';
import { chain, unit } from '../mutant.ts';

const TEMPLATE = 'workflows/capitech-to-opus.json';

const POSTS = "!$('Run by Hand').isExecuted || $('Settings').first().json.postOnManualStart === true";

const tabs = (count: number): string => '\t'.repeat(count);

/** The only condition of a node, up to the id of the node that follows it in the file. */
const condition = (expression: string, next: string): string =>
	`"leftValue": ${JSON.stringify(`={{ ${expression} }}`)},
${tabs(7)}"rightValue": "",
${tabs(7)}"operator": {
${tabs(8)}"type": "boolean",
${tabs(8)}"operation": "true",
${tabs(8)}"singleValue": true
${tabs(7)}}
${tabs(6)}}
${tabs(5)}],
${tabs(5)}"combinator": "and"
${tabs(4)}},
${tabs(4)}"options": {}
${tabs(3)}}
${tabs(2)}},
${tabs(2)}{
${tabs(3)}"id": "${next}"`;

/** Where an output leads. */
const link = (node: string, input: number): string =>
	`${tabs(5)}{
${tabs(6)}"node": "${node}",
${tabs(6)}"type": "main",
${tabs(6)}"index": ${input}
${tabs(5)}}`;

/** Two outputs of a node, one after the other; an empty one leads nowhere. */
const outputs = (first: string, second: string): string => `${first}\n${tabs(4)}],\n${tabs(4)}[${second ? `\n${second}\n${tabs(4)}` : ''}]`;

/** The mode in which lines are checked before they are posted. */
const checked = (mode: string): string =>
	`"mode": "${mode}"
${tabs(3)}},
${tabs(3)}"credentials": {
${tabs(4)}"kmdOpusApi": {
${tabs(5)}"name": "KMD Opus (sandbox)"
${tabs(4)}}
${tabs(3)}},
${tabs(3)}"onError": "continueRegularOutput"
${tabs(2)}},
${tabs(2)}{
${tabs(3)}"id": "allrows"`;

const CONDITIONS = {
	isHeld: '$json.holder !== $execution.id',
	isOurs: '$json.holder === $execution.id',
	toPayroll: "['line', 'reversal'].includes($json.disposition)",
	toMark: `$json.mark === true && (${POSTS})`,
};

const atOnce = chain('atOnce', 'of two runs at the same moment at most one works');
const byHand = chain('workflow', 'a run by hand that is not to post');
const forHuman = chain('workflow', 'comes out for a human');
const markedLater = chain('workflow', 'a status that could not be set');

/** Mistakes in the workflow itself: a condition, a connection, a parameter. */
export const template: Mutant[] = [
	{
		name: 'the lease is not checked',
		file: TEMPLATE,
		find: condition(CONDITIONS.isHeld, 'lease-refuse-to-start'),
		replace: condition('false', 'lease-refuse-to-start'),
		tests: atOnce,
	},
	{
		name: 'the lease is taken from a run that holds it',
		file: TEMPLATE,
		find: '"condition": "lte",',
		replace: '"condition": "neq",',
		tests: atOnce,
	},
	{
		name: 'a run posts although its lease has run out',
		file: TEMPLATE,
		find: condition(CONDITIONS.isOurs, 'lease-refuse'),
		replace: condition('true', 'lease-refuse'),
		tests: chain('atOnce', 'whose lease ran out'),
	},
	{
		name: 'the lease is not given back at the end',
		file: TEMPLATE,
		find: `"until": "={{ $now.toUTC().toISO() }}",\n${tabs(6)}"watermark"`,
		replace: `"until": "={{ $now.plus({ hours: 1 }).toUTC().toISO() }}",\n${tabs(6)}"watermark"`,
		tests: markedLater,
	},
	{
		name: 'the watermark moves on although a status could not be set',
		file: TEMPLATE,
		find: "$('Summary').first().json.statusNotSet === 0 ? $('Plan Run').first().json.startedAt : ",
		replace: "$('Summary').first().json.statusNotSet >= 0 ? $('Plan Run').first().json.startedAt : ",
		tests: chain('workflow', 'looks again at what the one before'),
	},
	{
		name: 'a run by the hour reads the changed rows of a registration only',
		file: TEMPLATE,
		find: '"wholeRegistrations": true',
		replace: '"wholeRegistrations": false',
		tests: chain('workflow', 'corrects one row of a registration'),
	},
	{
		name: 'a run by the hour does not see what was changed after its export',
		file: TEMPLATE,
		find: '"lastApprovedOrUpdatedFrom": "={{ $json.lastApprovedOrUpdatedFrom }}"',
		replace: '"lastApprovedOrUpdatedFrom": "={{ $json.lastApprovedOrUpdatedFrom && $now.plus({ days: 1 }).toISO() }}"',
		tests: chain('workflow', 'corrects one row of a registration'),
	},
	{
		name: 'hours that are not exported yet are not read',
		file: TEMPLATE,
		find: '"withoutExternalStatus": "={{ $json.withoutExternalStatus }}"',
		replace: '"withoutExternalStatus": "no"',
		tests: chain('workflow', 'exports what is new'),
	},
	{
		name: 'a run by hand posts unasked',
		file: TEMPLATE,
		find: condition(POSTS, 'lease-keep'),
		replace: condition('true', 'lease-keep'),
		tests: byHand,
	},
	{
		name: 'a run by hand sets a status unasked',
		file: TEMPLATE,
		find: condition(CONDITIONS.toMark, 'mark'),
		replace: condition('$json.mark === true', 'mark'),
		tests: byHand,
	},
	{
		name: 'the check before posting registers',
		file: TEMPLATE,
		find: checked('validateMissing'),
		replace: checked('registerMissing'),
		tests: byHand,
	},
	{
		name: 'lines are registered whether they stand or not',
		file: TEMPLATE,
		find: '"mode": "registerMissing"',
		replace: '"mode": "register"',
		tests: chain('workflow', 'corrects one row of a registration'),
	},
	{
		name: 'what is to be taken back does not go to payroll',
		file: TEMPLATE,
		find: condition(CONDITIONS.toPayroll, 'check'),
		replace: condition("$json.disposition === 'line'", 'check'),
		tests: chain('workflow', 'deleted after its export'),
	},
	{
		name: 'rows that do not go to payroll are lost before anybody is told of them',
		file: TEMPLATE,
		find: outputs(link('Validate What Is Missing', 0), link('All Rows', 1)),
		replace: outputs(link('Validate What Is Missing', 0), ''),
		tests: forHuman,
	},
	{
		name: 'lines that stand already are lost before they are marked',
		file: TEMPLATE,
		find: outputs(link('Register Missing', 0), link('All Posted Rows', 1)),
		replace: outputs(link('Register Missing', 0), ''),
		tests: markedLater,
	},
	{
		name: 'nobody is told what was not paid',
		file: TEMPLATE,
		find: '"leftValue": "={{ $json.needsAttention === true || ',
		replace: '"leftValue": "={{ $json.needsAttention === false || ',
		tests: forHuman,
	},
	{
		name: 'hours after the period are exported',
		file: TEMPLATE,
		find: `"toDate": "={{ $('Plan Run').first().json.periodTo }}",\n${tabs(5)}"rejectedRows"`,
		replace: `"toDate": "",\n${tabs(5)}"rejectedRows"`,
		tests: chain('workflow', 'hours outside of the period'),
	},
	{
		name: 'what stands in Opus is not compared with what Capitech holds',
		file: TEMPLATE,
		find: `"Read What Stands": {\n${tabs(3)}"main": [\n${tabs(4)}[\n${link('Rows and Payments', 1)}\n`,
		replace: `"Read What Stands": {\n${tabs(3)}"main": [\n${tabs(4)}[\n`,
		tests: chain('workflow', 'deleted after its export'),
	},
	{
		name: 'the status is set although the registration was changed meanwhile',
		file: TEMPLATE,
		find: '"onlyIfUnchanged": true',
		replace: '"onlyIfUnchanged": false',
		tests: chain('duringRun', 'before Set a Status\\?.*its quantity'),
	},
	{
		name: 'a refused registration is tried again by every run, whatever the settings say',
		file: TEMPLATE,
		find: `"retryRejected": "={{ $('Settings').first().json.retryRejected }}"`,
		replace: '"retryRejected": "always"',
		tests: chain('decisions', 'a refused registration gets its code'),
	},
	{
		name: 'the settings of the last run are not remembered: a refused registration is tried again by every run',
		file: TEMPLATE,
		find: "first().json.statusNotSet === 0 ? $('Plan Run').first().json.settingsHash : ",
		replace: "first().json.statusNotSet === 0 ? '' : ",
		tests: chain('decisions', 'a refused registration gets its code'),
	},
	{
		name: 'a withdrawn approval is never taken back, whatever the settings say',
		file: TEMPLATE,
		find: `"withdrawnApprovals": "={{ $('Settings').first().json.withdrawnApprovals }}"`,
		replace: '"withdrawnApprovals": "hold"',
		tests: chain('decisions', 'is taken back where the settings say so'),
	},
	{
		name: 'all hours of a month are taken back when Capitech gives none',
		file: TEMPLATE,
		find: `"vanishedLimit": "={{ $('Settings').first().json.vanishedLimit }}"`,
		replace: '"vanishedLimit": 100',
		tests: chain('decisions', 'gives no hours at all'),
	},
	{
		name: 'a run by the hour takes for all hours what it has read of them',
		file: TEMPLATE,
		find: `"isWhole": "={{ $('Plan Run').first().json.isWhole }}"`,
		replace: '"isWhole": true',
		tests: chain('workflow', 'corrects one row of a registration'),
	},
	{
		name: 'accounts of the settings are not looked up',
		file: TEMPLATE,
		find: `"Look Up Accounts": {\n${tabs(3)}"main": [\n${tabs(4)}[\n${link('Rows and Employees', 2)}\n`,
		replace: `"Look Up Accounts": {\n${tabs(3)}"main": [\n${tabs(4)}[\n`,
		tests: chain('decisions', 'a cost object by account'),
	},
	{
		name: 'the employee groups are not read',
		file: TEMPLATE,
		find: `"Fetch Employees": {\n${tabs(3)}"main": [\n${tabs(4)}[\n${link('Rows and Employees', 1)}\n`,
		replace: `"Fetch Employees": {\n${tabs(3)}"main": [\n${tabs(4)}[\n`,
		tests: forHuman,
	},
	{
		name: 'n8n keeps the hours of people in its history',
		file: TEMPLATE,
		find: '"saveDataSuccessExecution": "none"',
		replace: '"saveDataSuccessExecution": "all"',
		tests: unit('workflows'),
	},
	{
		name: 'the template posts from the moment it is imported',
		file: TEMPLATE,
		find: '"active": false',
		replace: '"active": true',
		tests: unit('workflows'),
	},
	{
		name: 'n8n keeps the hours of people of runs that failed',
		file: TEMPLATE,
		find: '"saveDataErrorExecution": "none"',
		replace: '"saveDataErrorExecution": "all"',
		tests: unit('workflows'),
	},
];
