import type { FileRef, FileStatus } from '@preau/shared/files/schema.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon } from '@/ui/icon.tsx';
import type { HandInTexts } from './texts.ts';

interface HandInFilesProps {
  readonly homeworkId: string;
  readonly pupilId: string;
  readonly files: readonly (Pick<FileRef, 'fileId' | 'name'> & { readonly status?: FileStatus })[];
  readonly texts: Pick<HandInTexts, 'checking' | 'refused'>;
}

/** Files to download; one that is being checked, or was refused, is named without a link. */
export const HandInFiles = ({ homeworkId, pupilId, files, texts }: HandInFilesProps) =>
  files.length === 0 ? null : (
    <ul className="flex flex-col gap-1">
      {files.map(({ fileId, name, status = 'clean' }) => (
        <li key={fileId} className="flex items-center gap-2">
          <Icon name="file" />
          {status === 'clean' ? (
            <Anchor href={`/devoirs/${homeworkId}/rendus/${pupilId}/fichiers/${fileId}`} className="wrap-anywhere">
              {name}
            </Anchor>
          ) : (
            <span className="wrap-anywhere">{`${name} (${status === 'waiting' ? texts.checking : texts.refused})`}</span>
          )}
        </li>
      ))}
    </ul>
  );
