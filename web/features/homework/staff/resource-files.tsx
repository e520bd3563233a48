import { mediaTypes } from '@preau/shared/files/media-types.ts';
import { FileField } from '@/features/files/file-field.tsx';
import type { JoinedFile } from '@/features/files/state.ts';
import { Card, Section } from '@/ui/card.tsx';

/** The most files that one piece of work holds. */
export const RESOURCES_MAX = 10;

interface ResourceFilesProps {
  readonly form: string;
  readonly joined: readonly JoinedFile[];
  readonly returnTo: string;
}

/** The documents that go with a piece of work: joined before the rest, so that nothing typed is lost on a page without a script. */
export const ResourceFiles = ({ form, joined, returnTo }: ResourceFilesProps) => (
  <Card className="p-4 sm:p-6">
    <Section id="documents" title="Documents (facultatif)">
      <FileField form={form} purpose="resource" joined={joined} most={RESOURCES_MAX} accept={mediaTypes.join(',')} returnTo={returnTo} />
    </Section>
  </Card>
);
