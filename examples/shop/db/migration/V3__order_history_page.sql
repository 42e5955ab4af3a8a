-- The order history of a customer is sorted by date.
CREATE INDEX orders_customer_placed_idx ON orders (customer_id, placed_at DESC);
