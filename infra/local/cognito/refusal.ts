/** An error of Cognito's, by its own name. */
export class CognitoRefusal extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export const notAuthorized = (message = 'Incorrect username or password.'): CognitoRefusal =>
  new CognitoRefusal('NotAuthorizedException', message);
export const userNotFound = (): CognitoRefusal => new CognitoRefusal('UserNotFoundException', 'User does not exist.');
