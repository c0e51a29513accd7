import type { Problems, Values } from '../../../core/forms';
import { TextArea } from '../../../ui/form';
import { Note } from '../../../ui/state';
import type { StoredDocument } from '../queries/document';
import { unagreedIn } from '../rules/approvals';

/** What is missing before the signature, and the reason it is signed all the same. Nothing where all who were asked have agreed. */
export const UnagreedField = ({
	document,
	values,
	problems
}: {
	document: StoredDocument;
	values: Values;
	problems: Problems;
}) => {
	const missing = unagreedIn(document.approvalList);
	if (missing.length === 0) return null;
	return (
		<>
			<Note tone="warm" title="Согласовано не всё">
				<ul>
					{missing.map((one) => (
						<li>{one}</li>
					))}
				</ul>
			</Note>
			<TextArea
				name="unagreed"
				label="Почему подписываем без этого"
				hint="Останется в документе и в журнале. Пусто – документ не отметится подписанным"
				rows={2}
				maxlength={1000}
				optional
				{...{ values, problems }}
			/>
		</>
	);
};
