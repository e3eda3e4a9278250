/// What this room is about to hold.
package enum WebhooksRoom {}
