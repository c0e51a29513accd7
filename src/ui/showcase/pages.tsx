import { CardPage } from './card';
import { EmptyPage } from './empty';
import { FormPage } from './form';
import { ListPage } from './list';
import { ReportPage } from './report';
import { SignInPage } from './sign-in';
import { TimelinePage } from './timeline';
import { WizardPage } from './wizard';

/** Pages in the shape of the real ones, with invented people: for looking, and for the tests of contrast and width. */
export const showcase = {
	list: () => <ListPage />,
	card: () => <CardPage />,
	form: () => <FormPage />,
	'form-wrong': () => <FormPage wrong />,
	wizard: () => <WizardPage />,
	timeline: () => <TimelinePage />,
	report: () => <ReportPage />,
	empty: () => <EmptyPage />,
	'sign-in': () => <SignInPage />
};
