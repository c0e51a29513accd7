/**
 * Everything here improves pages that already work without it. Each file stands alone: one habit, one file.
 */
import { BulkBar } from './bulk-bar';
import { CopyText } from './copy-text';
import { tidyDates } from './dates';
import { keepDrafts } from './drafts';
import { DropZone } from './drop-zone';
import { listenToKeys } from './keys';
import { LivePart } from './live-part';
import { sendOnce } from './once';
import { PasteTable } from './paste-table';
import { unfoldForPrint } from './print';
import { QuickFilter } from './quick-filter';

customElements.define('bulk-bar', BulkBar);
customElements.define('copy-text', CopyText);
customElements.define('drop-zone', DropZone);
customElements.define('live-part', LivePart);
customElements.define('paste-table', PasteTable);
customElements.define('quick-filter', QuickFilter);

listenToKeys();
sendOnce();
tidyDates();
keepDrafts();
unfoldForPrint();

document.querySelector<HTMLElement>('.error-summary')?.focus();
