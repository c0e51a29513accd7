import type { Child } from 'hono/jsx';
import { showDate } from '../../../core/dates';
import { Card, Facts } from '../../../ui/card';
import { Button, FileField } from '../../../ui/form';
import { SimpleLayout } from '../../../ui/layout';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { orderTitle } from '../../mentorships/rules/words';
import type { CheckedDocument } from '../queries/check-page';
import { fileKinds, type LinkKind } from '../rules/life';
import { kindOf } from './made';

/** A file that was sent to be compared, or that none was. */
export type Compared = { name: string; sum: string } | 'nothing';
type Props = { code: string; found: CheckedDocument; compared?: Compared | undefined };

/** What anyone sees who opens the address of a paper's QR code. */
export const CheckedPage = ({ code, found, compared }: Props) => (
	<SimpleLayout title="Проверка документа">
		<Standing found={found} />
		{found.datedOn && (
			<Card>
				<Facts
					facts={[
						['Организация', found.organisation],
						['Вид', kindOf(found.kind)],
						['Номер', found.number || 'без номера'],
						['Дата', showDate(found.datedOn)],
						['Изменён', found.standing === 'registered' && laterWords(found, 'amends')]
					]}
				/>
			</Card>
		)}
		{found.fingerprints.length > 0 && <Files {...{ code, found, compared }} />}
	</SimpleLayout>
);

const laterWords = ({ later }: CheckedDocument, how: LinkKind) =>
	later
		.filter((one) => one.how === how)
		.map(({ actKind, number, datedOn }) => orderTitle(actKind, number, datedOn))
		.join('; ');

const Standing = ({ found }: { found: CheckedDocument }) => {
	switch (found.standing) {
		case 'draft':
			return (
				<Note tone="warm" title="Документ ещё не зарегистрирован">
					<p>
						Номера и даты у него нет, и подтвердить пока нечего. Если на бумаге они стоят, спросите о ней в организации,
						которая её выдала.
					</p>
				</Note>
			);
		case 'registered':
			return (
				<Note tone="good" title="Документ зарегистрирован">
					<p>Сравните с бумагой: организация, вид, номер и дата должны быть те же.</p>
				</Note>
			);
		case 'cancelled':
			return <Past title="Документ отменён" by={`Его отменил документ: ${laterWords(found, 'cancels')}`} />;
		case 'replaced':
			return <Past title="Документ заменён другим" by={`Вместо него: ${laterWords(found, 'replaces')}`} />;
	}
};

const Past = ({ title, by }: { title: string; by: string }) => (
	<Note tone="lost" title={title}>
		<p>Больше не действует. {by}.</p>
	</Note>
);

const Same = ({ kind }: { kind: CheckedDocument['fingerprints'][number]['kind'] }) => (
	<Note tone="good" title="Файл тот самый">
		<p>Совпал до последнего знака: {fileKinds[kind]}.</p>
	</Note>
);
const Other = () => (
	<Note tone="lost" title="Файл другой">
		<p>
			Его изменили после регистрации, это черновик или другой документ. Попросите файл у организации, которая его
			выдала.
		</p>
	</Note>
);

/** Compared by script where it lies, by the server where there is none (browser/file-check.ts). */
const Files = ({ code, found: { fingerprints }, compared }: Props) => {
	const problems = compared === 'nothing' ? { file: 'Выберите файл, который нужно сверить.' } : {};
	const sent = compared && compared !== 'nothing' ? compared : undefined;
	const same = fingerprints.find(({ sum }) => sum === sent?.sum);
	return (
		<Card title="Сверить файл">
			<file-check>
				<form method="post" action={`/check/${code}`} enctype="multipart/form-data">
					<FileField
						name="file"
						label="Файл документа"
						hint="Word или скан. Его сверят и не сохранят"
						problems={problems}
					/>
					<Button icon="check">Сверить файл</Button>
				</form>
				<p class="quiet" data-here hidden>
					Файл сверяется здесь, на вашем устройстве, и никуда не отправляется.
				</p>
				<div role="status">
					{sent && <div data-sent>{same ? <Same kind={same.kind} /> : <Other />}</div>}
					{fingerprints.map(({ kind, sum }) => (
						<div data-sum={sum} hidden>
							<Same kind={kind} />
						</div>
					))}
					<div data-other hidden>
						<Other />
					</div>
				</div>
			</file-check>
			<script type="module" src="/file-check.js" />
			<Fold label="Контрольные суммы">
				<p class="quiet">SHA-256 файла: её посчитает любая программа для контрольных сумм.</p>
				<Facts facts={fingerprints.map(({ kind, sum }): [string, Child] => [fileKinds[kind], <code>{sum}</code>])} />
			</Fold>
		</Card>
	);
};

/** Of a code nobody knows, or no longer: always the same. */
export const UncheckedPage = () => (
	<SimpleLayout title="Такого документа нет">
		<p>
			Проверьте, весь ли адрес открыт: после «/check/» стоят двадцать два знака, большие и маленькие буквы различаются.
			Если всё верно, этот код ничего не подтверждает: спросите о документе в организации, которая в нём названа.
		</p>
	</SimpleLayout>
);
