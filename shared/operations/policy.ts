/** The contract is public: it describes shapes, never people. */
export const mayReadContract = (): boolean => true;
