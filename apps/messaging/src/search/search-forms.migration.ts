import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notes that all messages so far are indexed in their earlier form. `Reindexing` renews them in the background
 * (docs/decisions/0097-search-forms.md).
 */
export class SearchForms1764300000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE search_reindexing (last INTEGER NOT NULL)');
    await runner.query('INSERT INTO search_reindexing SELECT msg_id FROM messages ORDER BY msg_id DESC LIMIT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_reindexing');
  }
}
