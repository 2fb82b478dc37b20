package wildrydes.messages;

/** A unicorn as its rider gets to know it. */
public record Unicorn(String name, String color, String gender) {}
