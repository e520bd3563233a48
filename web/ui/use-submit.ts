import { unstable_isUnrecognizedActionError as isOfAnotherBuild, unstable_rethrow as rethrow } from 'next/navigation';
import { useActionState, useEffect, useRef, type SyntheticEvent } from 'react';
import type { Fault } from '@/lib/form-state.ts';
import { unsentTexts } from './unsent-texts.ts';
import { useScripts } from './use-scripts.ts';

interface Refusable {
  readonly faults: readonly Fault[];
}

interface Pressed {
  readonly form: HTMLFormElement;
  readonly button: HTMLElement | null;
}

/**
 * `useActionState` for a form whose sending may be cut. Whatever refuses it, the form keeps all that it held; cut, it says so and is sent again
 * when the connection comes back, with the same button, unless something was changed in between.
 */
export const useSubmit = <S extends Refusable>(action: (state: Awaited<S>, data: FormData) => Promise<S>, blank: Awaited<S>) => {
  const pressed = useRef<Pressed>(undefined);
  /** Back shows a page again with the key that it was drawn with: each form draws its own, and another one once it was heard. */
  const key = useRef<string>(undefined);
  /** How the last submit ended, when the form keeps what it held. */
  const left = useRef<'cut' | 'refused'>(undefined);

  const send = async (state: Awaited<S>, data: FormData): Promise<S> => {
    left.current = undefined;
    if (data.has('requestId')) data.set('requestId', (key.current ??= crypto.randomUUID()));
    try {
      const next = await action(state, data);
      if (next.faults.length > 0) left.current = 'refused';
      else key.current = undefined;
      return next;
    } catch (error) {
      const heard = key.current;
      key.current = undefined;
      rethrow(error);
      key.current = heard;
      const { cut, newBuild } = unsentTexts();
      left.current = isOfAnotherBuild(error) ? 'refused' : 'cut';
      return { ...state, faults: [{ field: '', message: left.current === 'cut' ? cut : newBuild }] };
    }
  };

  // Where no script runs, the form is posted to the address of the server's own action.
  const [state, run, isSending] = useActionState(useScripts() ? send : action, blank);

  useEffect(() => {
    const sendAgain = (): void => {
      const { form, button } = pressed.current ?? {};
      if (left.current === 'cut') form?.requestSubmit(button?.isConnected === true ? button : null);
    };
    window.addEventListener('online', sendAgain);
    return () => window.removeEventListener('online', sendAgain);
  }, []);

  const formProps = {
    'aria-busy': isSending,
    onSubmit: ({ currentTarget, nativeEvent }: SyntheticEvent<HTMLFormElement, SubmitEvent>): void => {
      pressed.current = { form: currentTarget, button: nativeEvent.submitter };
    },
    onInput: (): void => {
      if (left.current === 'cut') left.current = 'refused';
    },
    // React empties a form once its action has ended.
    onReset: (event: SyntheticEvent<HTMLFormElement>): void => {
      if (left.current === undefined) return;
      event.preventDefault();
      // A password that was refused is typed anew.
      const secrets = left.current === 'cut' ? [] : event.currentTarget.querySelectorAll<HTMLInputElement>('[type=password]');
      for (const secret of secrets) secret.value = '';
    },
  };
  return { state, run, formProps };
};
