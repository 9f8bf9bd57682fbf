package nl.respijt.boeking;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekingRepository.Bekende;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Id;

/**
 * Who somebody is by the contacts they gave: the person of the e-mail address, known or new; without one, of the phone
 * number. A number that is somebody's does not make a new address theirs, and the number alone is not the person of an
 * address: who reads an address signs in with it, and a number is easily known. A number that nobody has becomes that of
 * the person.
 *
 * @param bekenden as whom these contacts are known
 * @param nieuweSoorten the kinds of contact that are new to us, with {@code nieuweWaarden} beside them
 */
record Herkenning(
        Contact contact,
        List<Bekende> bekenden,
        MantelzorgerId id,
        boolean nieuw,
        List<String> nieuweSoorten,
        List<String> nieuweWaarden) {

    static Herkenning van(List<Bekende> bekenden, Contact contact, Instant nu) {
        var waarden = contact.waarden();
        var alleenTelefoon = contact.email().isEmpty();
        var bekend = new HashMap<String, UUID>();
        bekenden.stream()
                .filter(bekende -> !(alleenTelefoon && bekende.metAdres()))
                .forEach(bekende -> bekend.put(bekende.soort(), bekende.mantelzorgerId()));
        var wie = Optional.ofNullable(bekend.get(waarden.keySet().iterator().next())); // the address where there is one
        var nieuwe = waarden.keySet().stream()
                .filter(soort -> !bekend.containsKey(soort))
                .toList();
        return new Herkenning(
                contact,
                bekenden,
                new MantelzorgerId(wie.orElseGet(() -> Id.nieuw(nu))),
                wie.isEmpty(),
                nieuwe,
                nieuwe.stream().map(waarden::get).toList());
    }

    /** Somebody whom we know, and whose contacts are theirs. */
    static Herkenning bekend(Contact contact, MantelzorgerId id) {
        return new Herkenning(contact, List.of(), id, false, List.of(), List.of());
    }

    /** The same person once they are in the database. */
    Herkenning vastgelegd() {
        return new Herkenning(contact, bekenden, id, false, List.of(), List.of());
    }

    /** The constraints see one person: not another one whom these contacts are known as, nor others with the number. */
    boolean zijnErMeer() {
        return bekenden.stream()
                .anyMatch(bekende -> bekende.soort().equals("telefoon")
                        || !bekende.mantelzorgerId().equals(id.waarde()));
    }

    /** Those of whom we never saw that the contact is theirs. */
    List<UUID> ongezien() {
        return bekenden.stream()
                .filter(bekende -> !bekende.geverifieerd())
                .map(Bekende::mantelzorgerId)
                .toList();
    }

    /** Whoever it may be. */
    List<UUID> wieAllemaal() {
        return bekenden.stream().map(Bekende::mantelzorgerId).toList();
    }
}
