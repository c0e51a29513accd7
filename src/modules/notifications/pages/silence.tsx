import { Button } from '../../../ui/form';
import { SimpleLayout } from '../../../ui/layout';

/** From a letter, without signing in: one question, one button. */
export const SilencePage = ({
	letterKey,
	organisation,
	silent
}: {
	letterKey: string;
	organisation: string;
	silent: boolean;
}) => (
	<SimpleLayout title={silent ? 'Писем больше не будет' : 'Отписаться от писем'}>
		{silent ? (
			<p>
				Программа «Наставник» ({organisation}) на этот адрес больше не пишет. Передумаете – войдите и откройте «Письма и
				уведомления».
			</p>
		) : (
			<form method="post" action={`/letters/${letterKey}/silence`}>
				<p>Программа «Наставник» ({organisation}) перестанет писать на этот адрес. Внутри программы всё останется.</p>
				<Button>Отписаться</Button>
			</form>
		)}
	</SimpleLayout>
);
