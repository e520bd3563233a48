import { changes } from '@/features/identity/shell/settings.ts';

/** Settings of the browser are plain forms: they work on pages that carry no script at all. */
export const POST = async (request: Request, { params }: { readonly params: Promise<{ readonly setting: string }> }): Promise<Response> => {
  const change = changes.get((await params).setting);
  if (change === undefined) return new Response(null, { status: 404 });
  const location = await change(await request.formData());
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
};
