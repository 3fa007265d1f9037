import 'reflect-metadata';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { expect, it } from '@jest/globals';
import { controllers } from '../../app.module.js';
import { type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { NeedsProof, openToAll } from './caller.js';
import { needed, RightGuard } from './right.guard.js';

/** Of whoever is signed in, whatever their roles: their session, what is published, and what changes for them. */
const ofEverySession = [
  'AccountsController',
  'LiveController',
  'OwnDataController',
  'PasskeyController',
  'PublishedController',
  'SessionController',
  'SessionsController',
];
/** What the access log tells of oneself. */
const ofOneself = ['AuditController.own'];
/** Of whoever has a part in the case, which its service asks of the case. */
const ofParties = ['CaseController.command', 'CaseController.read', 'CaseController.timeline'];

it('a route says whom it is for: a right, everybody, the parties of a case, or every session', () => {
  const silent = controllers.flatMap((controller) => {
    const routes = controller.prototype as Readonly<Record<string, object>>;
    return Object.getOwnPropertyNames(routes).flatMap((name) => {
      const route = routes[name];
      if (route === undefined || Reflect.getMetadata(METHOD_METADATA, route) === undefined) {
        return [];
      }
      const says = (key: string) => [route, controller].some((one) => Reflect.getMetadata(key, one) !== undefined);
      return says(needed) || says(openToAll) ? [] : [`${controller.name}.${name}`];
    });
  });
  expect(silent.filter((one) => !ofEverySession.includes(one.split('.')[0] ?? '')).sort()).toEqual([
    ...ofOneself,
    ...ofParties,
  ]);
});

it('a proof that a whole controller asks for is asked of each of its routes', () => {
  @NeedsProof()
  class Guarded {
    read() {
      return this;
    }
  }
  const context = {
    getHandler: () => Guarded.prototype.read,
    getClass: () => Guarded,
    switchToHttp: () => ({ getRequest: () => ({ caller: { isProven: false } }) }),
  } as unknown as ExecutionContext;
  expect(() => new RightGuard(new Reflector()).canActivate(context)).toThrow('proof-needed');
});
