/** The icons that browsers draw too: pages download these, and no others. */
export const formPaths = {
  pen: 'M4 20l1-4.5L16 4.5 19.5 8 8.5 19zM13.5 7l3.5 3.5',
  upload: 'M12 16V5M7.5 9.5 12 5l4.5 4.5M4.5 15v4.5h15V15',
  check: 'M4.5 12.5l5 5 10-11',
  hourglass: 'M7 4h10M7 20h10M8 4c0 4 4 5 4 8s-4 4-4 8M16 4c0 4-4 5-4 8s4 4 4 8',
  info: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 11v5M12 7.8v.4',
  warning: 'M12 4.5 21 19.5H3zM12 10.5v4M12 16.8v.4',
  file: 'M7 4h7l4 4v12H7zM14 4v4h4',
  camera: 'M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 10.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
} as const;

interface DrawingProps {
  readonly path: string;
  readonly className?: string | undefined;
}

/** Decorative by nature: the word beside it carries the meaning. */
export const Drawing = ({ path, className = 'size-5' }: DrawingProps) => (
  <svg
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 24 24"
    className={`${className} flex-none`}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.9"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={path} />
  </svg>
);

export type FormIconName = keyof typeof formPaths;

interface FormIconProps {
  readonly name: FormIconName;
  readonly className?: string;
}

/** An icon of what also lives in a browser: forms, notices, files. */
export const FormIcon = ({ name, className }: FormIconProps) => <Drawing path={formPaths[name]} className={className} />;
