package nl.respijt.makelaar;

import java.util.List;
import java.util.stream.Stream;
import nl.respijt.rooster.voorstel.VoorstelBeeld;
import nl.respijt.rooster.voorstel.VoorstelBeeld.Openstelling;
import nl.respijt.tijd.Week;

/** A proposal that was worked out: all weeks in short, one of them in full. {@code klaar} is what was just done, or empty. */
public record VoorstelPagina(VoorstelBeeld beeld, Week week, String klaar) {
    /** One week in short. */
    public record WeekRegel(Week week, long open, List<Openstelling> zonder) {}

    public List<WeekRegel> weken() {
        return Stream.iterate(beeld.voorstel().van(), maandag -> maandag.plusWeeks(1))
                .limit(beeld.voorstel().weken())
                .map(Week::new)
                .map(een -> new WeekRegel(
                        een,
                        in(een).mapToLong(Openstelling::open).sum(),
                        in(een).filter(Openstelling::zonderGastheer).toList()))
                .toList();
    }

    public long open() {
        return beeld.openstellingen().stream().mapToLong(Openstelling::open).sum();
    }

    public List<WeekRegel> zonder() {
        return weken().stream().filter(een -> !een.zonder().isEmpty()).toList();
    }

    /** Of the week in full. */
    public List<Openstelling> openstellingen() {
        return in(week).toList();
    }

    public long openInWeek() {
        return in(week).mapToLong(Openstelling::open).sum();
    }

    /** Those with something that could not be brought into the roster. */
    public List<Openstelling> geweigerd() {
        return beeld.openstellingen().stream()
                .filter(een -> een.plaatsen().stream()
                        .anyMatch(plaats -> plaats.belet().isPresent()))
                .toList();
    }

    private Stream<Openstelling> in(Week een) {
        return beeld.openstellingen().stream()
                .filter(openstelling -> Week.van(openstelling.moment().datum()).equals(een));
    }

    public String pad() {
        return pad(beeld.voorstel().id().waarde().toString());
    }

    static String pad(String id) {
        return "/makelaar/voorstellen/" + id;
    }
}
