CREATE TYPE order_state AS ENUM ('open', 'paid', 'shipped');

CREATE TABLE orders (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers,
    state       order_state NOT NULL DEFAULT 'open',
    total       numeric(10, 2) NOT NULL,
    placed_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX orders_customer_idx ON orders (customer_id);
CREATE INDEX orders_state_idx ON orders (state);

CREATE TABLE order_lines (
    order_id   bigint NOT NULL REFERENCES orders,
    line       int NOT NULL,
    product_id bigint NOT NULL REFERENCES products,
    quantity   int NOT NULL CHECK (quantity > 0),
    price      numeric(8, 2) NOT NULL,
    PRIMARY KEY (order_id, line)
);

CREATE INDEX order_lines_product_idx ON order_lines (product_id);
