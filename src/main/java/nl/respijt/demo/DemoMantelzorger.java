package nl.respijt.demo;

import java.util.List;

/**
 * A made-up carer one can be, who can also sign in by mail.
 *
 * @param afspraken which of the openstellingen to come this person goes to, counted from the first
 * @param afgezegd the one that was cancelled
 */
record DemoMantelzorger(String roepnaam, String naam, List<Integer> afspraken, int afgezegd) {
    static final List<DemoMantelzorger> ALLE = List.of(
            new DemoMantelzorger("ans", "Voorbeeld Ans", List.of(1, 9, 17), 12),
            new DemoMantelzorger("mehmet", "Voorbeeld Mehmet", List.of(2, 10), 13),
            new DemoMantelzorger("fatima", "Voorbeeld Fatima", List.of(3), 14));

    String email() {
        return roepnaam + "@voorbeeld.example";
    }
}
