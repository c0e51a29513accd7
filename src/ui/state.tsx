import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon';

/** How a thing stands: never by colour alone, always a word and an icon. */
export const states = {
	done: { label: 'выполнено', icon: 'check', tone: 'good' },
	'this-week': { label: 'на этой неделе', icon: 'clock', tone: 'warm' },
	overdue: { label: 'просрочено', icon: 'alert', tone: 'lost' },
	waiting: { label: 'ждём', icon: 'hourglass', tone: 'calm' },
	throughout: { label: 'в течение года', icon: 'repeat', tone: 'calm' },
	later: { label: 'позже', icon: 'calendar', tone: 'calm' },
	doubtful: { label: 'требует проверки', icon: 'help', tone: 'warm' }
} as const satisfies Record<string, { label: string; icon: IconName; tone: Tone }>;

export type State = keyof typeof states;
export type Tone = 'good' | 'warm' | 'lost' | 'calm' | 'accent';

/** `label` says it more exactly where the place allows: «ждём от РЦ», «просрочено на 4 дня». */
export const StatePill = ({ state, label }: { state: State; label?: Child }) => {
	const { label: usual, icon, tone } = states[state];
	return (
		<Pill tone={tone} icon={icon}>
			{label ?? usual}
		</Pill>
	);
};

/** A pill with words of its own, for states that only one room has. */
export const Pill = ({ tone = 'calm', icon, children }: { tone?: Tone; icon?: IconName; children?: Child }) => (
	<span class={`pill ${tone}`}>
		{icon && <Icon name={icon} />}
		<span>{children}</span>
	</span>
);

/** A paragraph that asks for attention: `warm` – look at this; `lost` – something went wrong; `good` – it is done. */
export const Note = ({ tone = 'calm', title, children }: { tone?: Tone; title?: Child; children?: Child }) => (
	<div class={`note ${tone}`}>
		<Icon name={tone === 'good' ? 'check' : tone === 'calm' || tone === 'accent' ? 'help' : 'alert'} />
		<div>
			{title && <p class="note-title">{title}</p>}
			{children}
		</div>
	</div>
);
