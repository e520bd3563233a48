import { headers } from 'next/headers';
import type { ComponentProps } from 'react';
import { sent } from '@/lib/session.ts';
import { Frame } from './frame.tsx';
import { settingOf } from './setting.ts';

/** The frame of this request's page. */
export const Shell = async (page: Omit<ComponentProps<typeof Frame>, 'setting'>) => (
  <Frame setting={settingOf(await sent(), (await headers()).get('x-page') ?? '/')} {...page} />
);
