package nl.respijt.mantelzorghuis;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A house where carers drop in, rest and meet. {@code plaatsen} is for how many there is room in one dagdeel. */
public record Mantelzorghuis(
        UUID id,
        String slug,
        String naam,
        String wijk,
        Optional<String> adres,
        Optional<String> halte,
        int plaatsen,
        List<String> talen,
        boolean rolstoeltoegankelijk,
        boolean voorbeeld) {
    public Mantelzorghuis {
        talen = List.copyOf(talen);
    }

    public String pad() {
        return "/mantelzorghuizen/" + slug;
    }

    public String agendaPad() {
        return "/agenda/" + slug + ".ics";
    }
}
