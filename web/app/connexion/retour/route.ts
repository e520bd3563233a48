import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { finishSignIn } from '@/features/identity/sign-in/finish.ts';

/** The browser is back from its guichet with a one-time code. */
export const GET = async (request: NextRequest): Promise<Response> =>
  redirect(await finishSignIn(request.nextUrl.searchParams.get('code') ?? ''));
