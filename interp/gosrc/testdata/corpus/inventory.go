package main

import (
	"errors"
	"fmt"
)

type Category int

const (
	Tools Category = iota + 1
	Toys
	Food
)

func (c Category) String() string {
	switch c {
	case Tools:
		return "tools"
	case Toys:
		return "toys"
	}
	return fmt.Sprintf("Category(%d)", int(c))
}

type Item struct {
	SKU   string
	Qty   int
	Price float64
	Cat   Category
}
type Inventory struct {
	items map[string]*Item
	order []string
}
type OutOfStock struct {
	Item
	Wanted int
}

func (e OutOfStock) Error() string {
	return fmt.Sprintf("%s: want %d, have %d", e.SKU, e.Wanted, e.Qty)
}

func (inv *Inventory) Add(it Item) {
	if inv.items == nil {
		inv.items = make(map[string]*Item)
	}
	if old, ok := inv.items[it.SKU]; ok {
		old.Qty += it.Qty
		return
	}
	inv.items[it.SKU] = &it
	inv.order = append(inv.order, it.SKU)
}

func (inv *Inventory) Take(sku string, n int) error {
	it := inv.items[sku]
	if it == nil {
		return fmt.Errorf("no item %q", sku)
	}
	if it.Qty < n {
		return OutOfStock{*it, n}
	}
	it.Qty -= n
	return nil
}

func (inv Inventory) Total() (t float64) {
	for _, it := range inv.items {
		t += it.Price * float64(it.Qty)
	}
	return
}

func (inv Inventory) ByCategory() map[Category][]string {
	m := map[Category][]string{}
	for _, s := range inv.order {
		m[inv.items[s].Cat] = append(m[inv.items[s].Cat], s)
	}
	return m
}

func Main() {
	var inv Inventory
	inv.Add(Item{"hammer", 3, 9.5, Tools})
	inv.Add(Item{"ball", 10, 1.25, Toys})
	inv.Add(Item{"hammer", 2, 9.5, Tools})
	inv.Add(Item{SKU: "apple", Qty: 7, Cat: Food})
	fmt.Println(inv.Take("hammer", 4), inv.Take("ball", 20), inv.Take("car", 1))
	err := inv.Take("hammer", 2)
	var oos OutOfStock
	fmt.Println(errors.As(err, &oos), oos.SKU, oos.Wanted-oos.Qty)
	fmt.Printf("%.2f %v %+v\n", inv.Total(), inv.ByCategory(), *inv.items["ball"])
	for _, s := range inv.order {
		it := inv.items[s]
		fmt.Printf("%-8s|%4d|%7.2f|%v\n", it.SKU, it.Qty, it.Price, it.Cat)
	}
}

func main() { Main() }
