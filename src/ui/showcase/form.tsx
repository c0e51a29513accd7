import {
	Button,
	Buttons,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FileField,
	FormToken,
	LinkButton,
	RadioGroup,
	Select,
	TextArea
} from '../form';
import { Layout } from '../layout';
import { Lede } from '../text';
import { frame, token } from './frame';

export const FormPage = ({ wrong = false }: { wrong?: boolean }) => {
	const values = {
		token,
		heldOn: wrong ? '31.09.2026' : '08.10.2026',
		format: 'in-person',
		topic: wrong ? '' : 'План на четверть'
	};
	const problems = wrong
		? {
				heldOn: 'Такого дня нет: в сентябре 30 дней',
				topic: 'Напишите тему, хотя бы двумя словами',
				agreed: 'Подтвердите, что даты верны'
			}
		: {};
	const shared = { values, problems };
	return (
		<Layout
			title="Новая встреча"
			{...frame}
			current="/mentorships/1"
			crumbs={[{ href: '/mentorships', label: 'Пары' }]}
		>
			<Lede>Белова Анна Петровна – Гусев Борис Андреевич</Lede>
			<form method="post" action="/showcase/form" enctype="multipart/form-data">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<DateField name="heldOn" label="Когда встретились" required {...shared} />
				<RadioGroup
					name="format"
					label="Вид встречи"
					options={{
						'in-person': 'Очно',
						online: { label: 'Онлайн', hint: 'Звонок или видеовстреча' },
						'lesson-visit': { label: 'Посещение урока', hint: 'Лист наблюдения откроется следующим шагом' }
					}}
					{...shared}
				/>
				<Field
					name="topic"
					label="Тема"
					maxlength={200}
					hint="Одной строкой: она попадёт в журнал наставника"
					required
					{...shared}
				/>
				<TextArea name="outcome" label="О чём договорились" hint="Видят вы и наставляемый" optional {...shared} />
				<Select
					name="next"
					label="Следующая встреча"
					options={{ week: 'через неделю', two: 'через две недели' }}
					empty="решим позже"
					{...shared}
				/>
				<FileField name="file" label="Файл" hint="PDF, Word, фото: до 20 МБ" optional {...shared} />
				<Checkbox name="agreed" label="Даты встречи и следующей встречи согласованы" {...shared} />
				<Buttons>
					<Button>Записать встречу</Button>
					<Button kind="secondary" name="act" value="draft">
						Сохранить черновик
					</Button>
					<LinkButton href="/mentorships" kind="quiet">
						Не записывать
					</LinkButton>
				</Buttons>
			</form>
		</Layout>
	);
};
