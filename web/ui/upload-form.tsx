import type { ReactNode, SyntheticEvent } from 'react';
import { Icon } from './icon.tsx';

interface UploadFormProps {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly accept: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly children?: ReactNode;
  /** Where a script runs, it may hold a file that the bucket would refuse. */
  readonly onSubmit?: (event: SyntheticEvent<HTMLFormElement>) => void;
}

/** A file that goes from the browser straight to the bucket, whatever its size and without a script. */
export const UploadForm = ({ url, fields, accept, label, hint, submit, children, onSubmit }: UploadFormProps) => (
  <form action={url} method="post" encType="multipart/form-data" onSubmit={onSubmit} className="flex flex-col gap-4">
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
    <div className="flex flex-col gap-1.5">
      <label htmlFor="fichier" className="font-semibold">
        {label}
      </label>
      <p id="fichier-aide" className="text-soft">
        {hint}
      </p>
      <input
        id="fichier"
        type="file"
        name="file"
        accept={accept}
        required
        aria-describedby="fichier-aide"
        className="field file:me-3 file:rounded-md file:border-0 file:bg-primary-soft file:px-3 file:py-1.5 file:font-semibold file:text-ink"
      />
    </div>
    <button type="submit" className="btn btn-quiet self-start">
      <Icon name="upload" />
      {submit}
    </button>
  </form>
);
