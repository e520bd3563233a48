import { startUpload } from './actions.ts';
import { FilePicker, type FilePickerProps } from './file-picker.tsx';
import { purposeHint } from './texts.ts';

/** Files joined to a form; what a browser need not know stays on the server. */
export const FileField = (props: Omit<FilePickerProps, 'hint' | 'leave'>) => (
  <FilePicker {...props} hint={purposeHint[props.purpose]} leave={startUpload} />
);
