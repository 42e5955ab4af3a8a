CREATE TABLE coupons (
    code    text PRIMARY KEY,
    percent int NOT NULL CHECK (percent BETWEEN 1 AND 100)
);

ALTER TABLE orders ADD COLUMN coupon_code text;
ALTER TABLE orders ADD CONSTRAINT orders_coupon_fk FOREIGN KEY (coupon_code) REFERENCES coupons;
