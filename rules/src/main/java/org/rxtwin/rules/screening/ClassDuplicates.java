package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.DuplicateClass;
import org.rxtwin.rules.screening.fact.ClassDuplicateFact;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Reach;

/**
 * Different drugs of one class on one list. Of two classes that hold the same drugs of the chart
 * the narrower speaks.
 */
final class ClassDuplicates {
  private final Scene scene;

  ClassDuplicates(Scene scene) {
    this.scene = scene;
  }

  /** A class and the drugs of it on one list. */
  private record Group(DuplicateClass row, int members, List<DrugCourse> courses, ListKind list) {
    List<String> drugs() {
      return courses.stream().map(DrugCourse::ingredient).toList();
    }
  }

  List<ClassDuplicateFact> facts() {
    List<Group> groups = new ArrayList<>();
    for (DuplicateClass row : scene.knowledge().limits().listDuplicateClasses()) {
      groups.addAll(groups(row));
    }
    return groups.stream()
        .filter(each -> groups.stream().noneMatch(other -> narrower(other, each)))
        .map(this::fact)
        .toList();
  }

  private static boolean narrower(Group one, Group other) {
    return one.list() == other.list()
        && one.members() < other.members()
        && one.drugs().equals(other.drugs());
  }

  private List<Group> groups(DuplicateClass row) {
    List<String> members = scene.knowledge().limits().listMembers(row);
    Map<ListKind, Set<DrugCourse>> lists = new LinkedHashMap<>();
    for (DrugCourse course : scene.running()) {
      if (course.certain() && members.contains(course.ingredient())) {
        for (ReadOrder each : course.orders()) {
          if (systemic(course, each)) {
            lists.computeIfAbsent(each.order().list(), k -> new LinkedHashSet<>()).add(course);
          }
        }
      }
    }
    List<Group> groups = new ArrayList<>();
    lists.forEach(
        (list, courses) -> {
          if (courses.size() > 1) {
            groups.add(new Group(row, members.size(), List.copyOf(courses), list));
          }
        });
    return groups;
  }

  private boolean systemic(DrugCourse course, ReadOrder order) {
    return Courses.reach(scene.knowledge(), course.ingredient(), order) == Reach.SYSTEMIC;
  }

  private ClassDuplicateFact fact(Group group) {
    List<DrugCourse> goOn = group.courses().stream().filter(each -> goesOn(each, group)).toList();
    return new ClassDuplicateFact(
        group.row().name(),
        Wording.names(scene, group.drugs()),
        goOn.size(),
        group.row().most(),
        intended(group.row(), goOn),
        group.row().tier(),
        grounds(group));
  }

  private boolean goesOn(DrugCourse course, Group group) {
    return course.orders().stream()
        .filter(each -> each.order().list() == group.list() && systemic(course, each))
        .anyMatch(each -> DuplicateFacts.goesOn(each, group.row().graceHours(), scene));
  }

  private static boolean intended(DuplicateClass row, List<DrugCourse> courses) {
    for (DrugCourse one : courses) {
      for (DrugCourse other : courses) {
        if (!one.equals(other) && !row.intends(one.ingredient(), other.ingredient())) {
          return false;
        }
      }
    }
    return courses.size() > 1;
  }

  private Grounds grounds(Group group) {
    List<Reason> reasons = new ArrayList<>();
    group.courses().forEach(each -> reasons.addAll(Wording.orders(scene, each)));
    return new Grounds(
        group.row().id(),
        group.drugs(),
        group.courses().stream().flatMap(each -> each.orderIds().stream()).toList(),
        group.row().severity(),
        reasons,
        Wording.advice(group.row().advice(), Wording.names(scene, group.drugs())),
        List.of(Wording.evidence(group.row().provenance())),
        false,
        Optional.empty());
  }
}
