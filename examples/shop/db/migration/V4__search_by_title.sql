CREATE INDEX CONCURRENTLY products_title_idx ON products (lower(title));
