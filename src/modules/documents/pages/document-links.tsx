import { showDate } from '../../../core/dates';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Buttons, FormToken, RadioGroup, Select } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { canKeepDocuments } from '../rules/documents';
import { type LinkKind, laterWords, titleOfDocument } from '../rules/life';
import type { DocumentProps } from './document';

const words: Record<'earlier' | 'later', Record<LinkKind, string>> = {
	earlier: { replaces: 'заменяет', cancels: 'отменяет', amends: 'вносит изменения в' },
	later: laterWords
};
const choices: Record<LinkKind, string> = {
	cancels: 'признаёт утратившим силу',
	replaces: 'заменяет',
	amends: 'вносит изменения'
};

/** The draft of the later order is made and linked at once; it acts with its number. */
const ByOrder = ({ id, how, label }: { id: string; how: LinkKind; label: string }) => (
	<ActionForm action={`/documents/made/${id}/links`} label={label} token={crypto.randomUUID()}>
		<input type="hidden" name="making" value={crypto.randomUUID()} />
		<input type="hidden" name="how" value={how} />
		<input type="hidden" name="later" value="new" />
	</ActionForm>
);

/** What this document does to earlier ones, and later ones to it. */
export const LinksCard = ({ document, linkable, view, values, problems = {} }: DocumentProps) => {
	const { links, id, datedOn, superseded } = document;
	const keeps = canKeepDocuments(view.actor);
	const open = keeps && datedOn !== null && !superseded && linkable.length > 0;
	const orders = keeps && datedOn !== null && !superseded && document.actKind !== null && document.number !== '';
	if (links.length === 0 && !open && !orders) return null;
	const wrong = problems.later !== undefined || problems.how !== undefined;
	const more = wrong ? { values, problems } : {};
	return (
		<Card title="Заменяет, отменяет, изменяет" id="links">
			{links.length > 0 && (
				<ul class="periods">
					{links.map((link) => (
						<li>
							{link.side === 'later' && !link.datedOn && 'будет '}
							{words[link.side][link.how]} <a href={`/documents/made/${link.other}`}>{titleOfDocument(link)}</a>
							{!link.datedOn && link.side === 'later' && ', пока без номера: подействует, когда его зарегистрируют'}
							{keeps && (
								<ActionForm
									action={`/documents/made/${id}/links/undoing`}
									label="Снять связь"
									token={crypto.randomUUID()}
									kind="quiet"
								>
									<input type="hidden" name="link" value={link.id} />
								</ActionForm>
							)}
						</li>
					))}
				</ul>
			)}
			{orders && (
				<Buttons>
					<ByOrder id={id} how="cancels" label="Отменить приказом" />
					<ByOrder id={id} how="amends" label="Изменить приказом" />
				</Buttons>
			)}
			{open && (
				<Fold label="Заменить, отменить или изменить другим документом" open={wrong}>
					<form method="post" action={`/documents/made/${id}/links`}>
						<FormToken values={{ token: crypto.randomUUID() }} />
						<RadioGroup name="how" label="Что делает поздний документ" options={choices} {...more} />
						<Select
							name="later"
							label="Каким документом"
							hint="Сначала сделайте его; то, что сделалось само по прежнему, снимется с дня позднего, когда у него будет номер"
							options={Object.fromEntries(
								linkable.map(({ id: other, title, number, datedOn: on }) => [
									other,
									on ? `${title}, ${number && `№ ${number} `}от ${showDate(on)}` : `${title}, черновик`
								])
							)}
							{...more}
						/>
						<Button kind="secondary" icon="link">
							Связать
						</Button>
					</form>
				</Fold>
			)}
		</Card>
	);
};
