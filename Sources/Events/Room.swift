package enum EventsRoom {}
