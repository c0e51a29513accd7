import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import type { Problems, Values } from '../../../core/forms';
import type { App } from '../../../http';
import { addressOf } from '../../../http-client';
import { reachOf } from '../../access/rules/invitations';
import type { Made } from '../commands/make';
import { openOwnTemplate } from '../engine/library/own';
import { layoutOf } from '../engine/papers';
import type { Template } from '../engine/template/template';
import { findDocument } from '../queries/document';
import type { PaperFacts } from '../queries/facts';
import { fileBytes, listVersions } from '../queries/templates';
import { readTemplate } from '../readers/template-file';
import type { DocumentSettings } from '../rules/documents';
import type { OwnTemplateCode } from '../rules/library/templates';
import type { TurnName } from '../rules/turns';

export type C = Context<App>;
export type Wrong = { values: Values; problems: Problems; turn?: TurnName };

/** The template papers are made by today: the school's own, with its edition, where there is one. */
export async function templateAtWork(
	c: C,
	code: OwnTemplateCode,
	{ settings }: Pick<PaperFacts, 'settings'>,
	edition?: number | null // of the school's own; null: the program's; not said: today's
): Promise<{ template: Template; templateId: string | null; checkAt: string | null }> {
	const { tx, actor } = c.var;
	const checkAt = checkAddress(c, settings);
	const versions = edition === null ? [] : await listVersions(tx, actor, code);
	const latest = edition === undefined ? versions[0] : versions.find(({ number }) => number === edition);
	if (!latest?.fileId) return { template: openOwnTemplate(code, layoutOf(settings)), templateId: null, checkAt };
	const read = readTemplate(await fileBytes(tx, actor, latest.fileId));
	if (!read.ok) throw new Error(`a template that was sound is no longer: ${code} ${latest.number}`);
	return { template: read.template, templateId: latest.id, checkAt };
}

/** Where the page that verifies a paper is reached, if papers lead to it: a code that opens nowhere is not printed. */
export function checkAddress(c: C, settings: Pick<DocumentSettings, 'checkPage'>): string | null {
	const address = addressOf(c, c.var.world);
	return settings.checkPage && reachOf(address) !== 'this-computer' ? address : null;
}

/** The stored document of the address. */
export const documentIn = async (c: C) =>
	(await findDocument(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

/** Where making leads: to the paper, or to the list of those that were made. */
export const madeAnswer = (c: C, code: OwnTemplateCode, { ids, unmade }: Made) =>
	c.redirect(
		ids.length === 1 && unmade.length === 0
			? `/documents/made/${ids[0]}?saved=made`
			: `/documents/made?code=${code}&saved=made&made=${ids.length}&unmade=${unmade.length}`,
		303
	);
