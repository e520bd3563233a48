import { Drawing, formPaths } from './form-icon.tsx';

const paths = {
  ...formPaths,
  home: 'M3 11.5 12 4l9 7.5M5.5 10v9.5h13V10M10 19.5v-5h4v5',
  calendar: 'M4 6.5h16v13.5H4zM4 10.5h16M8 4v4M16 4v4M8 14.5h3M8 17h6',
  absence: 'M12 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM5 20c.6-3.6 3.5-6 7-6M15.5 15.5l5 5M20.5 15.5l-5 5',
  settings: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M13 5v4M7 10v4M13 15v4',
  book: 'M5 5.5C7.5 4.5 10 4.5 12 6v13.5c-2-1.5-4.5-1.5-7-.5zM19 5.5C16.5 4.5 14 4.5 12 6M19 5.5v13.5c-2.5-1-5-1-7 .5',
  roll: 'M6 4h12v16H6zM9 8.5l1.2 1.2L12.5 7.5M9 14l1.2 1.2 2.3-2.2M14.5 9H16M14.5 14.5H16',
  inbox: 'M4 13h4.5l1.5 3h4l1.5-3H20M4 13l3-8h10l3 8v6H4z',
  phone: 'M6 4h4l1.5 5-2.2 1.6a11 11 0 0 0 4.6 4.6L15.5 13l5 1.5v4c0 .8-.7 1.5-1.5 1.5C11.6 20 5 13.4 4.5 5.5 4.5 4.7 5.2 4 6 4z',
  cross: 'M6 6l12 12M18 6 6 18',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4.5l3 2',
  shield: 'M12 3.5l7.5 3v5c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9v-5z',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  door: 'M6 20V4.5h9V20M3.5 20h17M12 12.5v.4',
  person: 'M12 4.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  people:
    'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM2.5 19.5c.6-3.5 3.2-5.5 6.5-5.5s5.9 2 6.5 5.5M16 5.5a3 3 0 0 1 0 6M17.5 14.5c2.3.6 3.6 2.4 4 5',
  send: 'M4 12 20.5 4.5 15 20l-3.5-6.5zM11.5 13.5l4-4',
  key: 'M8 9.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM11 11l8.5-6.5M16.5 7l2 2.5',
  globe: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16',
  chart: 'M4 20h16M6.5 20v-6M12 20V6M17.5 20v-9',
} as const;

export type IconName = keyof typeof paths;

/** Any icon, for what is rendered by the server alone. */
export const Icon = ({ name, className }: { readonly name: IconName; readonly className?: string }) => (
  <Drawing path={paths[name]} className={className} />
);
