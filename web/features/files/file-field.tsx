import { pageLanguage } from '@/lib/session.ts';
import { startUpload } from './actions.ts';
import { FilePicker, type FilePickerProps } from './file-picker.tsx';
import { fileTexts } from './texts.ts';

type FileFieldProps = Omit<FilePickerProps, 'texts' | 'leave' | 'label'> & Partial<Pick<FilePickerProps, 'label'>>;

/** Files joined to a form; what a browser need not know stays on the server. */
export const FileField = async (props: FileFieldProps) => {
  const { photo, sending, checking, joined, refused, remove, cut, held, again, full, tooMany, join, hint } = fileTexts(
    await pageLanguage(),
  );
  const words = { photo, sending, checking, joined, refused, remove, cut, held, again, full };
  return (
    <FilePicker label={join} {...props} texts={{ ...words, tooMany: tooMany(props.most), hint: hint[props.purpose] }} leave={startUpload} />
  );
};
