import type { Provider } from '@angular/core';
import { Router } from '@angular/router';

/** Stands in for the router of a component that only navigates: records destinations and goes nowhere. */
export class RecordingRouter {
  readonly visited: string[] = [];
  readonly provider: Provider = { provide: Router, useValue: this };

  navigate(commands: readonly string[]): Promise<boolean> {
    this.visited.push(commands.join('/'));
    return Promise.resolve(true);
  }

  navigateByUrl(url: string): Promise<boolean> {
    this.visited.push(url);
    return Promise.resolve(true);
  }
}
